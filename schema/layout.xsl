<?xml version="1.0" encoding="UTF-8"?>
<!-- Built from the forms by `govreport schema build`; edit the forms, never this file. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e0="urn:govreport:report:1:2019" xmlns:e1="urn:govreport:report:1:2021" version="1.0" exclude-result-prefixes="e0 e1">
  <xsl:template match="e0:proactiveDisclosure" mode="layout">
    <xsl:variable name="whole" select="$plain and e0:regulations and e0:normativeDocuments and e0:licences and e0:otherServices and e0:penalties and e0:compulsoryMeasures and e0:fees and e0:procurement"/>
    <xsl:variable name="bare" select="$whole and not($marked)"/>
    <table class="form" data-table="proactiveDisclosure" data-edition="2019">
      <caption id="proactiveDisclosure.caption">表二 主动公开政府信息情况</caption>
      <tbody>
        <tr>
          <th colspan="5" class="title" id="e0.1.1" scope="colgroup">第二十条第（一）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th class="head" id="e0.1.2" scope="col">本年新制作数量</th>
          <th colspan="2" class="head" id="e0.1.3" scope="colgroup">本年新公开数量</th>
          <th class="head" id="e0.1.4" scope="col">对外公开总数量</th>
        </tr>
        <tr>
          <th class="label" id="e0.1.5" scope="row">规章</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:regulations/@* = 'NA')">
              <xsl:for-each select="child::e0:regulations">
                <td headers="e0.1.1 e0.1.2 e0.1.5">
                  <xsl:value-of select="@produced"/>
                </td>
                <td colspan="2" headers="e0.1.1 e0.1.3 e0.1.5">
                  <xsl:value-of select="@disclosed"/>
                </td>
                <td headers="e0.1.1 e0.1.4 e0.1.5">
                  <xsl:value-of select="@totalDisclosed"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.1.1 e0.1.2 e0.1.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'regulations'"/>
                  <xsl:with-param name="column" select="'produced'"/>
                  <xsl:with-param name="value" select="e0:regulations/@produced"/>
                </xsl:call-template>
              </td>
              <td colspan="2" headers="e0.1.1 e0.1.3 e0.1.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'regulations'"/>
                  <xsl:with-param name="column" select="'disclosed'"/>
                  <xsl:with-param name="value" select="e0:regulations/@disclosed"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.1 e0.1.4 e0.1.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'regulations'"/>
                  <xsl:with-param name="column" select="'totalDisclosed'"/>
                  <xsl:with-param name="value" select="e0:regulations/@totalDisclosed"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.1.6" scope="row">规范性文件</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:normativeDocuments/@* = 'NA')">
              <xsl:for-each select="child::e0:normativeDocuments">
                <td headers="e0.1.1 e0.1.2 e0.1.6">
                  <xsl:value-of select="@produced"/>
                </td>
                <td colspan="2" headers="e0.1.1 e0.1.3 e0.1.6">
                  <xsl:value-of select="@disclosed"/>
                </td>
                <td headers="e0.1.1 e0.1.4 e0.1.6">
                  <xsl:value-of select="@totalDisclosed"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.1.1 e0.1.2 e0.1.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'normativeDocuments'"/>
                  <xsl:with-param name="column" select="'produced'"/>
                  <xsl:with-param name="value" select="e0:normativeDocuments/@produced"/>
                </xsl:call-template>
              </td>
              <td colspan="2" headers="e0.1.1 e0.1.3 e0.1.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'normativeDocuments'"/>
                  <xsl:with-param name="column" select="'disclosed'"/>
                  <xsl:with-param name="value" select="e0:normativeDocuments/@disclosed"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.1 e0.1.4 e0.1.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'normativeDocuments'"/>
                  <xsl:with-param name="column" select="'totalDisclosed'"/>
                  <xsl:with-param name="value" select="e0:normativeDocuments/@totalDisclosed"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="5" class="title" id="e0.1.7" scope="colgroup">第二十条第（五）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th class="head" id="e0.1.8" scope="col">上一年项目数量</th>
          <th colspan="2" class="head" id="e0.1.9" scope="colgroup">本年增/减</th>
          <th class="head" id="e0.1.10" scope="col">处理决定数量</th>
        </tr>
        <tr>
          <th class="label" id="e0.1.11" scope="row">行政许可</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:licences/@* = 'NA')">
              <xsl:for-each select="child::e0:licences">
                <td colspan="2" headers="e0.1.7 e0.1.8 e0.1.11">
                  <xsl:value-of select="@previousItems"/>
                </td>
                <td headers="e0.1.7 e0.1.9 e0.1.11">
                  <xsl:value-of select="@change"/>
                </td>
                <td headers="e0.1.7 e0.1.10 e0.1.11">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="2" headers="e0.1.7 e0.1.8 e0.1.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'licences'"/>
                  <xsl:with-param name="column" select="'previousItems'"/>
                  <xsl:with-param name="value" select="e0:licences/@previousItems"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.7 e0.1.9 e0.1.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'licences'"/>
                  <xsl:with-param name="column" select="'change'"/>
                  <xsl:with-param name="value" select="e0:licences/@change"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.7 e0.1.10 e0.1.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'licences'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e0:licences/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.1.12" scope="row">其他对外管理服务事项</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:otherServices/@* = 'NA')">
              <xsl:for-each select="child::e0:otherServices">
                <td colspan="2" headers="e0.1.7 e0.1.8 e0.1.12">
                  <xsl:value-of select="@previousItems"/>
                </td>
                <td headers="e0.1.7 e0.1.9 e0.1.12">
                  <xsl:value-of select="@change"/>
                </td>
                <td headers="e0.1.7 e0.1.10 e0.1.12">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="2" headers="e0.1.7 e0.1.8 e0.1.12">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'otherServices'"/>
                  <xsl:with-param name="column" select="'previousItems'"/>
                  <xsl:with-param name="value" select="e0:otherServices/@previousItems"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.7 e0.1.9 e0.1.12">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'otherServices'"/>
                  <xsl:with-param name="column" select="'change'"/>
                  <xsl:with-param name="value" select="e0:otherServices/@change"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.7 e0.1.10 e0.1.12">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'otherServices'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e0:otherServices/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="5" class="title" id="e0.1.13" scope="colgroup">第二十条第（六）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th class="head" id="e0.1.14" scope="col">上一年项目数量</th>
          <th colspan="2" class="head" id="e0.1.15" scope="colgroup">本年增/减</th>
          <th class="head" id="e0.1.16" scope="col">处理决定数量</th>
        </tr>
        <tr>
          <th class="label" id="e0.1.17" scope="row">行政处罚</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:penalties/@* = 'NA')">
              <xsl:for-each select="child::e0:penalties">
                <td colspan="2" headers="e0.1.13 e0.1.14 e0.1.17">
                  <xsl:value-of select="@previousItems"/>
                </td>
                <td headers="e0.1.13 e0.1.15 e0.1.17">
                  <xsl:value-of select="@change"/>
                </td>
                <td headers="e0.1.13 e0.1.16 e0.1.17">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="2" headers="e0.1.13 e0.1.14 e0.1.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'penalties'"/>
                  <xsl:with-param name="column" select="'previousItems'"/>
                  <xsl:with-param name="value" select="e0:penalties/@previousItems"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.13 e0.1.15 e0.1.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'penalties'"/>
                  <xsl:with-param name="column" select="'change'"/>
                  <xsl:with-param name="value" select="e0:penalties/@change"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.13 e0.1.16 e0.1.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'penalties'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e0:penalties/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.1.18" scope="row">行政强制</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:compulsoryMeasures/@* = 'NA')">
              <xsl:for-each select="child::e0:compulsoryMeasures">
                <td colspan="2" headers="e0.1.13 e0.1.14 e0.1.18">
                  <xsl:value-of select="@previousItems"/>
                </td>
                <td headers="e0.1.13 e0.1.15 e0.1.18">
                  <xsl:value-of select="@change"/>
                </td>
                <td headers="e0.1.13 e0.1.16 e0.1.18">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="2" headers="e0.1.13 e0.1.14 e0.1.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'compulsoryMeasures'"/>
                  <xsl:with-param name="column" select="'previousItems'"/>
                  <xsl:with-param name="value" select="e0:compulsoryMeasures/@previousItems"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.13 e0.1.15 e0.1.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'compulsoryMeasures'"/>
                  <xsl:with-param name="column" select="'change'"/>
                  <xsl:with-param name="value" select="e0:compulsoryMeasures/@change"/>
                </xsl:call-template>
              </td>
              <td headers="e0.1.13 e0.1.16 e0.1.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'compulsoryMeasures'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e0:compulsoryMeasures/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="5" class="title" id="e0.1.19" scope="colgroup">第二十条第（八）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th colspan="2" class="head" id="e0.1.20" scope="colgroup">上一年项目数量</th>
          <th colspan="2" class="head" id="e0.1.21" scope="colgroup">本年增/减</th>
        </tr>
        <tr>
          <th class="label" id="e0.1.22" scope="row">行政事业性收费</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:fees/@* = 'NA')">
              <xsl:for-each select="child::e0:fees">
                <td colspan="2" headers="e0.1.19 e0.1.20 e0.1.22">
                  <xsl:value-of select="@previousItems"/>
                </td>
                <td colspan="2" headers="e0.1.19 e0.1.21 e0.1.22">
                  <xsl:value-of select="@change"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="2" headers="e0.1.19 e0.1.20 e0.1.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'fees'"/>
                  <xsl:with-param name="column" select="'previousItems'"/>
                  <xsl:with-param name="value" select="e0:fees/@previousItems"/>
                </xsl:call-template>
              </td>
              <td colspan="2" headers="e0.1.19 e0.1.21 e0.1.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'fees'"/>
                  <xsl:with-param name="column" select="'change'"/>
                  <xsl:with-param name="value" select="e0:fees/@change"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="5" class="title" id="e0.1.23" scope="colgroup">第二十条第（九）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th colspan="2" class="head" id="e0.1.24" scope="colgroup">采购项目数量</th>
          <th colspan="2" class="head" id="e0.1.25" scope="colgroup">采购总金额</th>
        </tr>
        <tr>
          <th class="label" id="e0.1.26" scope="row">政府集中采购</th>
          <td colspan="2" headers="e0.1.23 e0.1.24 e0.1.26">
            <xsl:call-template name="cell">
              <xsl:with-param name="row" select="'procurement'"/>
              <xsl:with-param name="column" select="'items'"/>
              <xsl:with-param name="value" select="e0:procurement/@items"/>
            </xsl:call-template>
          </td>
          <td colspan="2" headers="e0.1.23 e0.1.25 e0.1.26">
            <xsl:call-template name="cell">
              <xsl:with-param name="row" select="'procurement'"/>
              <xsl:with-param name="column" select="'amount'"/>
              <xsl:with-param name="value" select="e0:procurement/@amount"/>
              <xsl:with-param name="unit" select="e0:procurement/@unit"/>
            </xsl:call-template>
          </td>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="e0:proactiveDisclosure" mode="name">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:text>表二</xsl:text>
    <xsl:if test="$row != ''">
      <xsl:choose>
        <xsl:when test="$row = 'regulations'">
          <xsl:text> · 规章</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'normativeDocuments'">
          <xsl:text> · 规范性文件</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'licences'">
          <xsl:text> · 行政许可</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'otherServices'">
          <xsl:text> · 其他对外管理服务事项</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'penalties'">
          <xsl:text> · 行政处罚</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'compulsoryMeasures'">
          <xsl:text> · 行政强制</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'fees'">
          <xsl:text> · 行政事业性收费</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'procurement'">
          <xsl:text> · 政府集中采购</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$column != ''">
      <xsl:choose>
        <xsl:when test="$column = 'amount'">
          <xsl:text> · 采购总金额</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'items'">
          <xsl:text> · 采购项目数量</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'decisions'">
          <xsl:text> · 处理决定数量</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'change'">
          <xsl:text> · 本年增/减</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'previousItems'">
          <xsl:text> · 上一年项目数量</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'totalDisclosed'">
          <xsl:text> · 对外公开总数量</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'disclosed'">
          <xsl:text> · 本年新公开数量</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'produced'">
          <xsl:text> · 本年新制作数量</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template match="e0:applications" mode="layout">
    <xsl:variable name="whole" select="$plain and e0:received and e0:carriedIn and e0:results[e0:granted and e0:partlyGranted and e0:refused[e0:stateSecret and e0:prohibitedByLaw and e0:securityAndStability and e0:thirdPartyRights and e0:internalAffairs and e0:deliberativeProcess and e0:enforcementFile and e0:administrativeInquiry] and e0:unavailable[e0:notHeld and e0:requiresCreation and e0:stillUnclear] and e0:notProcessed[e0:petition and e0:duplicate and e0:publication and e0:excessive and e0:reconfirmation] and e0:other and e0:total] and e0:carriedOut"/>
    <xsl:variable name="bare" select="$whole and not($marked)"/>
    <table class="form" data-table="applications" data-edition="2019">
      <caption id="applications.caption">表三 收到和处理政府信息公开申请情况</caption>
      <thead>
        <tr>
          <th colspan="3" rowspan="3" class="corner">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th>
          <th colspan="7" class="head" id="e0.2.1" scope="colgroup">申请人情况</th>
        </tr>
        <tr>
          <th rowspan="2" class="head" id="e0.2.2" scope="col">自然人</th>
          <th colspan="5" class="head" id="e0.2.3" scope="colgroup">法人或其他组织</th>
          <th rowspan="2" class="head" id="e0.2.4" scope="col">总计</th>
        </tr>
        <tr>
          <th class="head" id="e0.2.5" scope="col">商业企业</th>
          <th class="head" id="e0.2.6" scope="col">科研机构</th>
          <th class="head" id="e0.2.7" scope="col">社会公益组织</th>
          <th class="head" id="e0.2.8" scope="col">法律服务机构</th>
          <th class="head" id="e0.2.9" scope="col">其他</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th colspan="3" class="label" id="e0.2.10" scope="row">一、本年新收政府信息公开申请数量</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:received/@* = 'NA')">
              <xsl:for-each select="child::e0:received">
                <td headers="e0.2.1 e0.2.2 e0.2.10">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.10">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.10">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.10">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.10">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.10">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.10">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:received/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:received/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:received/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:received/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:received/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:received/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:received/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="3" class="label" id="e0.2.11" scope="row">二、上年结转政府信息公开申请数量</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:carriedIn/@* = 'NA')">
              <xsl:for-each select="child::e0:carriedIn">
                <td headers="e0.2.1 e0.2.2 e0.2.11">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.11">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.11">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.11">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.11">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.11">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.11">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:carriedIn/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="20" class="label" id="e0.2.12" scope="rowgroup">三、本年度办理结果</th>
          <th colspan="2" class="label" id="e0.2.13" scope="row">（一）予以公开</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:granted/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:granted">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.13">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.13">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.13">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.13">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.13">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.13">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.13">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:granted/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="2" class="label" id="e0.2.14" scope="row">（二）部分公开（区分处理的，只计这一情形，不计其他情形）</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:partlyGranted/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:partlyGranted">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.14">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.14">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.14">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.14">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.14">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.14">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.14">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:partlyGranted/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="8" class="label" id="e0.2.15" scope="rowgroup">（三）不予公开</th>
          <th class="label" id="e0.2.16" scope="row">1.属于国家秘密</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:stateSecret/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:stateSecret">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.16">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:stateSecret/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.17" scope="row">2.其他法律行政法规禁止公开</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:prohibitedByLaw/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:prohibitedByLaw">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.17">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:prohibitedByLaw/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.18" scope="row">3.危及“三安全一稳定”</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:securityAndStability/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:securityAndStability">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.18">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:securityAndStability/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.19" scope="row">4.保护第三方合法权益</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:thirdPartyRights/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:thirdPartyRights">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.19">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:thirdPartyRights/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.20" scope="row">5.属于三类内部事务信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:internalAffairs/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:internalAffairs">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.20">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:internalAffairs/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.21" scope="row">6.属于四类过程性信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:deliberativeProcess/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:deliberativeProcess">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.21">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:deliberativeProcess/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.22" scope="row">7.属于行政执法案卷</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:enforcementFile/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:enforcementFile">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.22">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:enforcementFile/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.23" scope="row">8.属于行政查询事项</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:refused/e0:administrativeInquiry/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:refused/child::e0:administrativeInquiry">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.23">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.15 e0.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:refused/e0:administrativeInquiry/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="3" class="label" id="e0.2.24" scope="rowgroup">（四）无法提供</th>
          <th class="label" id="e0.2.25" scope="row">1.本机关不掌握相关政府信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:unavailable/e0:notHeld/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:unavailable/child::e0:notHeld">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.24 e0.2.25">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.24 e0.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:notHeld/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.26" scope="row">2.没有现成信息需要另行制作</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:unavailable/e0:requiresCreation/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:unavailable/child::e0:requiresCreation">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.24 e0.2.26">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.24 e0.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:requiresCreation/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.27" scope="row">3.补正后申请内容仍不明确</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:unavailable/e0:stillUnclear/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:unavailable/child::e0:stillUnclear">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.24 e0.2.27">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.24 e0.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:unavailable/e0:stillUnclear/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="5" class="label" id="e0.2.28" scope="rowgroup">（五）不予处理</th>
          <th class="label" id="e0.2.29" scope="row">1.信访举报投诉类申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:notProcessed/e0:petition/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:notProcessed/child::e0:petition">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.29">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:petition/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.30" scope="row">2.重复申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:notProcessed/e0:duplicate/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:notProcessed/child::e0:duplicate">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.30">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:duplicate/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.31" scope="row">3.要求提供公开出版物</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:notProcessed/e0:publication/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:notProcessed/child::e0:publication">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.31">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:publication/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.32" scope="row">4.无正当理由大量反复申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:notProcessed/e0:excessive/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:notProcessed/child::e0:excessive">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.32">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:excessive/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e0.2.33" scope="row">5.要求行政机关确认或重新出具已获取信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:notProcessed/e0:reconfirmation/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:notProcessed/child::e0:reconfirmation">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.33">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.28 e0.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:notProcessed/e0:reconfirmation/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="2" class="label" id="e0.2.34" scope="row">（六）其他处理</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:other/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:other">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.34">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.34">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.34">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.34">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.34">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.34">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.34">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.34">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:other/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="2" class="label" id="e0.2.35" scope="row">（七）总计</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:results/e0:total/@* = 'NA')">
              <xsl:for-each select="child::e0:results/child::e0:total">
                <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.35">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.35">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.35">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.35">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.35">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.35">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.35">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.12 e0.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:results/e0:total/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="3" class="label" id="e0.2.36" scope="row">四、结转下年度继续办理</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:carriedOut/@* = 'NA')">
              <xsl:for-each select="child::e0:carriedOut">
                <td headers="e0.2.1 e0.2.2 e0.2.36">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.36">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.36">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.36">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.36">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.36">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e0.2.1 e0.2.4 e0.2.36">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.2.1 e0.2.2 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.5 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.6 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.7 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.8 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.3 e0.2.9 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e0.2.1 e0.2.4 e0.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:carriedOut/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="e0:applications" mode="name">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:text>表三</xsl:text>
    <xsl:if test="$row != ''">
      <xsl:choose>
        <xsl:when test="starts-with($row, 'results.')">
          <xsl:choose>
            <xsl:when test="starts-with($row, 'results.refused.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.refused.stateSecret'">
                  <xsl:text> · 三（三）1.属于国家秘密</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.prohibitedByLaw'">
                  <xsl:text> · 三（三）2.其他法律行政法规禁止公开</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.securityAndStability'">
                  <xsl:text> · 三（三）3.危及“三安全一稳定”</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.thirdPartyRights'">
                  <xsl:text> · 三（三）4.保护第三方合法权益</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.internalAffairs'">
                  <xsl:text> · 三（三）5.属于三类内部事务信息</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.deliberativeProcess'">
                  <xsl:text> · 三（三）6.属于四类过程性信息</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.enforcementFile'">
                  <xsl:text> · 三（三）7.属于行政执法案卷</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.administrativeInquiry'">
                  <xsl:text> · 三（三）8.属于行政查询事项</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="starts-with($row, 'results.unavailable.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.unavailable.notHeld'">
                  <xsl:text> · 三（四）1.本机关不掌握相关政府信息</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.unavailable.requiresCreation'">
                  <xsl:text> · 三（四）2.没有现成信息需要另行制作</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.unavailable.stillUnclear'">
                  <xsl:text> · 三（四）3.补正后申请内容仍不明确</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="starts-with($row, 'results.notProcessed.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.notProcessed.petition'">
                  <xsl:text> · 三（五）1.信访举报投诉类申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.duplicate'">
                  <xsl:text> · 三（五）2.重复申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.publication'">
                  <xsl:text> · 三（五）3.要求提供公开出版物</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.excessive'">
                  <xsl:text> · 三（五）4.无正当理由大量反复申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.reconfirmation'">
                  <xsl:text> · 三（五）5.要求行政机关确认或重新出具已获取信息</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="$row = 'results.granted'">
              <xsl:text> · 三（一）予以公开</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.partlyGranted'">
              <xsl:text> · 三（二）部分公开（区分处理的，只计这一情形，不计其他情形）</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.refused'">
              <xsl:text> · 三（三）不予公开</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.unavailable'">
              <xsl:text> · 三（四）无法提供</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.notProcessed'">
              <xsl:text> · 三（五）不予处理</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.other'">
              <xsl:text> · 三（六）其他处理</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.total'">
              <xsl:text> · 三（七）总计</xsl:text>
            </xsl:when>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="$row = 'received'">
          <xsl:text> · 一、本年新收政府信息公开申请数量</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'carriedIn'">
          <xsl:text> · 二、上年结转政府信息公开申请数量</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'results'">
          <xsl:text> · 三、本年度办理结果</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'carriedOut'">
          <xsl:text> · 四、结转下年度继续办理</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$column != ''">
      <xsl:choose>
        <xsl:when test="$column = 'total'">
          <xsl:text> · 总计</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'otherOrganization'">
          <xsl:text> · 其他</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'legalServiceInstitution'">
          <xsl:text> · 法律服务机构</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'publicWelfareOrganization'">
          <xsl:text> · 社会公益组织</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'researchInstitution'">
          <xsl:text> · 科研机构</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'commercialEnterprise'">
          <xsl:text> · 商业企业</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'naturalPerson'">
          <xsl:text> · 自然人</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template match="e0:reviewAndLitigation" mode="layout">
    <xsl:variable name="whole" select="$plain and e0:reconsideration and e0:litigation[e0:direct and e0:afterReconsideration]"/>
    <xsl:variable name="bare" select="$whole and not($marked)"/>
    <table class="form" data-table="reviewAndLitigation" data-edition="2019">
      <caption id="reviewAndLitigation.caption">表四 政府信息公开行政复议、行政诉讼情况</caption>
      <thead>
        <tr>
          <th colspan="5" class="head" id="e0.3.1" scope="colgroup">行政复议</th>
          <th colspan="10" class="head" id="e0.3.2" scope="colgroup">行政诉讼</th>
        </tr>
        <tr>
          <th rowspan="2" class="head" id="e0.3.3" scope="col">结果维持</th>
          <th rowspan="2" class="head" id="e0.3.4" scope="col">结果纠正</th>
          <th rowspan="2" class="head" id="e0.3.5" scope="col">其他结果</th>
          <th rowspan="2" class="head" id="e0.3.6" scope="col">尚未审结</th>
          <th rowspan="2" class="head" id="e0.3.7" scope="col">总计</th>
          <th colspan="5" class="head" id="e0.3.8" scope="colgroup">未经复议直接起诉</th>
          <th colspan="5" class="head" id="e0.3.9" scope="colgroup">复议后起诉</th>
        </tr>
        <tr>
          <th class="head" id="e0.3.10" scope="col">结果维持</th>
          <th class="head" id="e0.3.11" scope="col">结果纠正</th>
          <th class="head" id="e0.3.12" scope="col">其他结果</th>
          <th class="head" id="e0.3.13" scope="col">尚未审结</th>
          <th class="head" id="e0.3.14" scope="col">总计</th>
          <th class="head" id="e0.3.15" scope="col">结果维持</th>
          <th class="head" id="e0.3.16" scope="col">结果纠正</th>
          <th class="head" id="e0.3.17" scope="col">其他结果</th>
          <th class="head" id="e0.3.18" scope="col">尚未审结</th>
          <th class="head" id="e0.3.19" scope="col">总计</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:reconsideration/@* = 'NA')">
              <xsl:for-each select="child::e0:reconsideration">
                <td headers="e0.3.1 e0.3.3">
                  <xsl:value-of select="@upheld"/>
                </td>
                <td headers="e0.3.1 e0.3.4">
                  <xsl:value-of select="@corrected"/>
                </td>
                <td headers="e0.3.1 e0.3.5">
                  <xsl:value-of select="@other"/>
                </td>
                <td headers="e0.3.1 e0.3.6">
                  <xsl:value-of select="@pending"/>
                </td>
                <td headers="e0.3.1 e0.3.7">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.3.1 e0.3.3">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'upheld'"/>
                  <xsl:with-param name="value" select="e0:reconsideration/@upheld"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.1 e0.3.4">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'corrected'"/>
                  <xsl:with-param name="value" select="e0:reconsideration/@corrected"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.1 e0.3.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'other'"/>
                  <xsl:with-param name="value" select="e0:reconsideration/@other"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.1 e0.3.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'pending'"/>
                  <xsl:with-param name="value" select="e0:reconsideration/@pending"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.1 e0.3.7">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:reconsideration/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:litigation/e0:direct/@* = 'NA')">
              <xsl:for-each select="child::e0:litigation/child::e0:direct">
                <td headers="e0.3.2 e0.3.8 e0.3.10">
                  <xsl:value-of select="@upheld"/>
                </td>
                <td headers="e0.3.2 e0.3.8 e0.3.11">
                  <xsl:value-of select="@corrected"/>
                </td>
                <td headers="e0.3.2 e0.3.8 e0.3.12">
                  <xsl:value-of select="@other"/>
                </td>
                <td headers="e0.3.2 e0.3.8 e0.3.13">
                  <xsl:value-of select="@pending"/>
                </td>
                <td headers="e0.3.2 e0.3.8 e0.3.14">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.3.2 e0.3.8 e0.3.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'upheld'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:direct/@upheld"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.8 e0.3.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'corrected'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:direct/@corrected"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.8 e0.3.12">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'other'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:direct/@other"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.8 e0.3.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'pending'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:direct/@pending"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.8 e0.3.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:direct/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e0:litigation/e0:afterReconsideration/@* = 'NA')">
              <xsl:for-each select="child::e0:litigation/child::e0:afterReconsideration">
                <td headers="e0.3.2 e0.3.9 e0.3.15">
                  <xsl:value-of select="@upheld"/>
                </td>
                <td headers="e0.3.2 e0.3.9 e0.3.16">
                  <xsl:value-of select="@corrected"/>
                </td>
                <td headers="e0.3.2 e0.3.9 e0.3.17">
                  <xsl:value-of select="@other"/>
                </td>
                <td headers="e0.3.2 e0.3.9 e0.3.18">
                  <xsl:value-of select="@pending"/>
                </td>
                <td headers="e0.3.2 e0.3.9 e0.3.19">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e0.3.2 e0.3.9 e0.3.15">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'upheld'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:afterReconsideration/@upheld"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.9 e0.3.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'corrected'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:afterReconsideration/@corrected"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.9 e0.3.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'other'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:afterReconsideration/@other"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.9 e0.3.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'pending'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:afterReconsideration/@pending"/>
                </xsl:call-template>
              </td>
              <td headers="e0.3.2 e0.3.9 e0.3.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e0:litigation/e0:afterReconsideration/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="e0:reviewAndLitigation" mode="name">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:text>表四</xsl:text>
    <xsl:if test="$row != ''">
      <xsl:choose>
        <xsl:when test="starts-with($row, 'litigation.')">
          <xsl:choose>
            <xsl:when test="$row = 'litigation.direct'">
              <xsl:text> · 行政诉讼 · 未经复议直接起诉</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'litigation.afterReconsideration'">
              <xsl:text> · 行政诉讼 · 复议后起诉</xsl:text>
            </xsl:when>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="$row = 'reconsideration'">
          <xsl:text> · 行政复议</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'litigation'">
          <xsl:text> · 行政诉讼</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$column != ''">
      <xsl:choose>
        <xsl:when test="$column = 'total'">
          <xsl:text> · 总计</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'pending'">
          <xsl:text> · 尚未审结</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'other'">
          <xsl:text> · 其他结果</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'corrected'">
          <xsl:text> · 结果纠正</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'upheld'">
          <xsl:text> · 结果维持</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template match="e1:proactiveDisclosure" mode="layout">
    <xsl:variable name="whole" select="$plain and e1:regulations and e1:normativeDocuments and e1:licences and e1:penalties and e1:compulsoryMeasures and e1:fees"/>
    <xsl:variable name="bare" select="$whole and not($marked)"/>
    <table class="form" data-table="proactiveDisclosure" data-edition="2021">
      <caption id="proactiveDisclosure.caption">表二 主动公开政府信息情况</caption>
      <tbody>
        <tr>
          <th colspan="4" class="title" id="e1.1.1" scope="colgroup">第二十条第（一）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th class="head" id="e1.1.2" scope="col">本年制发件数</th>
          <th class="head" id="e1.1.3" scope="col">本年废止件数</th>
          <th class="head" id="e1.1.4" scope="col">现行有效件数</th>
        </tr>
        <tr>
          <th class="label" id="e1.1.5" scope="row">规章</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:regulations/@* = 'NA')">
              <xsl:for-each select="child::e1:regulations">
                <td headers="e1.1.1 e1.1.2 e1.1.5">
                  <xsl:value-of select="@issued"/>
                </td>
                <td headers="e1.1.1 e1.1.3 e1.1.5">
                  <xsl:value-of select="@repealed"/>
                </td>
                <td headers="e1.1.1 e1.1.4 e1.1.5">
                  <xsl:value-of select="@inForce"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.1.1 e1.1.2 e1.1.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'regulations'"/>
                  <xsl:with-param name="column" select="'issued'"/>
                  <xsl:with-param name="value" select="e1:regulations/@issued"/>
                </xsl:call-template>
              </td>
              <td headers="e1.1.1 e1.1.3 e1.1.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'regulations'"/>
                  <xsl:with-param name="column" select="'repealed'"/>
                  <xsl:with-param name="value" select="e1:regulations/@repealed"/>
                </xsl:call-template>
              </td>
              <td headers="e1.1.1 e1.1.4 e1.1.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'regulations'"/>
                  <xsl:with-param name="column" select="'inForce'"/>
                  <xsl:with-param name="value" select="e1:regulations/@inForce"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.1.6" scope="row">行政规范性文件</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:normativeDocuments/@* = 'NA')">
              <xsl:for-each select="child::e1:normativeDocuments">
                <td headers="e1.1.1 e1.1.2 e1.1.6">
                  <xsl:value-of select="@issued"/>
                </td>
                <td headers="e1.1.1 e1.1.3 e1.1.6">
                  <xsl:value-of select="@repealed"/>
                </td>
                <td headers="e1.1.1 e1.1.4 e1.1.6">
                  <xsl:value-of select="@inForce"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.1.1 e1.1.2 e1.1.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'normativeDocuments'"/>
                  <xsl:with-param name="column" select="'issued'"/>
                  <xsl:with-param name="value" select="e1:normativeDocuments/@issued"/>
                </xsl:call-template>
              </td>
              <td headers="e1.1.1 e1.1.3 e1.1.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'normativeDocuments'"/>
                  <xsl:with-param name="column" select="'repealed'"/>
                  <xsl:with-param name="value" select="e1:normativeDocuments/@repealed"/>
                </xsl:call-template>
              </td>
              <td headers="e1.1.1 e1.1.4 e1.1.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'normativeDocuments'"/>
                  <xsl:with-param name="column" select="'inForce'"/>
                  <xsl:with-param name="value" select="e1:normativeDocuments/@inForce"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="4" class="title" id="e1.1.7" scope="colgroup">第二十条第（五）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th colspan="3" class="head" id="e1.1.8" scope="colgroup">本年处理决定数量</th>
        </tr>
        <tr>
          <th class="label" id="e1.1.9" scope="row">行政许可</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:licences/@* = 'NA')">
              <xsl:for-each select="child::e1:licences">
                <td colspan="3" headers="e1.1.7 e1.1.8 e1.1.9">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="3" headers="e1.1.7 e1.1.8 e1.1.9">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'licences'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e1:licences/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="4" class="title" id="e1.1.10" scope="colgroup">第二十条第（六）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th colspan="3" class="head" id="e1.1.11" scope="colgroup">本年处理决定数量</th>
        </tr>
        <tr>
          <th class="label" id="e1.1.12" scope="row">行政处罚</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:penalties/@* = 'NA')">
              <xsl:for-each select="child::e1:penalties">
                <td colspan="3" headers="e1.1.10 e1.1.11 e1.1.12">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="3" headers="e1.1.10 e1.1.11 e1.1.12">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'penalties'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e1:penalties/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.1.13" scope="row">行政强制</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:compulsoryMeasures/@* = 'NA')">
              <xsl:for-each select="child::e1:compulsoryMeasures">
                <td colspan="3" headers="e1.1.10 e1.1.11 e1.1.13">
                  <xsl:value-of select="@decisions"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td colspan="3" headers="e1.1.10 e1.1.11 e1.1.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'compulsoryMeasures'"/>
                  <xsl:with-param name="column" select="'decisions'"/>
                  <xsl:with-param name="value" select="e1:compulsoryMeasures/@decisions"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="4" class="title" id="e1.1.14" scope="colgroup">第二十条第（八）项</th>
        </tr>
        <tr>
          <th class="corner">信息内容</th>
          <th colspan="3" class="head" id="e1.1.15" scope="colgroup">本年收费金额（单位：万元）</th>
        </tr>
        <tr>
          <th class="label" id="e1.1.16" scope="row">行政事业性收费</th>
          <td colspan="3" headers="e1.1.14 e1.1.15 e1.1.16">
            <xsl:call-template name="cell">
              <xsl:with-param name="row" select="'fees'"/>
              <xsl:with-param name="column" select="'amount'"/>
              <xsl:with-param name="value" select="e1:fees/@amount"/>
              <xsl:with-param name="unit" select="e1:fees/@unit"/>
            </xsl:call-template>
          </td>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="e1:proactiveDisclosure" mode="name">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:text>表二</xsl:text>
    <xsl:if test="$row != ''">
      <xsl:choose>
        <xsl:when test="$row = 'regulations'">
          <xsl:text> · 规章</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'normativeDocuments'">
          <xsl:text> · 行政规范性文件</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'licences'">
          <xsl:text> · 行政许可</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'penalties'">
          <xsl:text> · 行政处罚</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'compulsoryMeasures'">
          <xsl:text> · 行政强制</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'fees'">
          <xsl:text> · 行政事业性收费</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$column != ''">
      <xsl:choose>
        <xsl:when test="$column = 'amount'">
          <xsl:text> · 本年收费金额（单位：万元）</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'decisions'">
          <xsl:text> · 本年处理决定数量</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'inForce'">
          <xsl:text> · 现行有效件数</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'repealed'">
          <xsl:text> · 本年废止件数</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'issued'">
          <xsl:text> · 本年制发件数</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template match="e1:applications" mode="layout">
    <xsl:variable name="whole" select="$plain and e1:received and e1:carriedIn and e1:results[e1:granted and e1:partlyGranted and e1:refused[e1:stateSecret and e1:prohibitedByLaw and e1:securityAndStability and e1:thirdPartyRights and e1:internalAffairs and e1:deliberativeProcess and e1:enforcementFile and e1:administrativeInquiry] and e1:unavailable[e1:notHeld and e1:requiresCreation and e1:stillUnclear] and e1:notProcessed[e1:petition and e1:duplicate and e1:publication and e1:excessive and e1:reconfirmation] and e1:other[e1:notCorrected and e1:feeUnpaid and e1:other] and e1:total] and e1:carriedOut"/>
    <xsl:variable name="bare" select="$whole and not($marked)"/>
    <table class="form" data-table="applications" data-edition="2021">
      <caption id="applications.caption">表三 收到和处理政府信息公开申请情况</caption>
      <thead>
        <tr>
          <th colspan="3" rowspan="3" class="corner">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th>
          <th colspan="7" class="head" id="e1.2.1" scope="colgroup">申请人情况</th>
        </tr>
        <tr>
          <th rowspan="2" class="head" id="e1.2.2" scope="col">自然人</th>
          <th colspan="5" class="head" id="e1.2.3" scope="colgroup">法人或其他组织</th>
          <th rowspan="2" class="head" id="e1.2.4" scope="col">总计</th>
        </tr>
        <tr>
          <th class="head" id="e1.2.5" scope="col">商业企业</th>
          <th class="head" id="e1.2.6" scope="col">科研机构</th>
          <th class="head" id="e1.2.7" scope="col">社会公益组织</th>
          <th class="head" id="e1.2.8" scope="col">法律服务机构</th>
          <th class="head" id="e1.2.9" scope="col">其他</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th colspan="3" class="label" id="e1.2.10" scope="row">一、本年新收政府信息公开申请数量</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:received/@* = 'NA')">
              <xsl:for-each select="child::e1:received">
                <td headers="e1.2.1 e1.2.2 e1.2.10">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.10">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.10">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.10">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.10">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.10">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.10">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:received/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:received/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:received/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:received/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:received/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:received/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'received'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:received/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="3" class="label" id="e1.2.11" scope="row">二、上年结转政府信息公开申请数量</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:carriedIn/@* = 'NA')">
              <xsl:for-each select="child::e1:carriedIn">
                <td headers="e1.2.1 e1.2.2 e1.2.11">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.11">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.11">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.11">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.11">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.11">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.11">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedIn'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:carriedIn/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="22" class="label" id="e1.2.12" scope="rowgroup">三、本年度办理结果</th>
          <th colspan="2" class="label" id="e1.2.13" scope="row">（一）予以公开</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:granted/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:granted">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.13">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.13">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.13">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.13">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.13">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.13">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.13">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.granted'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:granted/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="2" class="label" id="e1.2.14" scope="row">（二）部分公开（区分处理的，只计这一情形，不计其他情形）</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:partlyGranted/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:partlyGranted">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.14">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.14">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.14">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.14">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.14">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.14">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.14">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.partlyGranted'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:partlyGranted/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="8" class="label" id="e1.2.15" scope="rowgroup">（三）不予公开</th>
          <th class="label" id="e1.2.16" scope="row">1.属于国家秘密</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:stateSecret/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:stateSecret">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.16">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.stateSecret'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:stateSecret/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.17" scope="row">2.其他法律行政法规禁止公开</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:prohibitedByLaw/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:prohibitedByLaw">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.17">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.prohibitedByLaw'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:prohibitedByLaw/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.18" scope="row">3.危及“三安全一稳定”</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:securityAndStability/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:securityAndStability">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.18">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.securityAndStability'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:securityAndStability/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.19" scope="row">4.保护第三方合法权益</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:thirdPartyRights/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:thirdPartyRights">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.19">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.thirdPartyRights'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:thirdPartyRights/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.20" scope="row">5.属于三类内部事务信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:internalAffairs/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:internalAffairs">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.20">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.20">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.internalAffairs'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:internalAffairs/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.21" scope="row">6.属于四类过程性信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:deliberativeProcess/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:deliberativeProcess">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.21">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.21">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.deliberativeProcess'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:deliberativeProcess/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.22" scope="row">7.属于行政执法案卷</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:enforcementFile/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:enforcementFile">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.22">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.22">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.enforcementFile'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:enforcementFile/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.23" scope="row">8.属于行政查询事项</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:refused/e1:administrativeInquiry/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:refused/child::e1:administrativeInquiry">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.23">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.15 e1.2.23">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.refused.administrativeInquiry'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:refused/e1:administrativeInquiry/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="3" class="label" id="e1.2.24" scope="rowgroup">（四）无法提供</th>
          <th class="label" id="e1.2.25" scope="row">1.本机关不掌握相关政府信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:unavailable/e1:notHeld/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:unavailable/child::e1:notHeld">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.24 e1.2.25">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.24 e1.2.25">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.notHeld'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:notHeld/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.26" scope="row">2.没有现成信息需要另行制作</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:unavailable/e1:requiresCreation/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:unavailable/child::e1:requiresCreation">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.24 e1.2.26">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.24 e1.2.26">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.requiresCreation'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:requiresCreation/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.27" scope="row">3.补正后申请内容仍不明确</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:unavailable/e1:stillUnclear/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:unavailable/child::e1:stillUnclear">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.24 e1.2.27">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.24 e1.2.27">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.unavailable.stillUnclear'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:unavailable/e1:stillUnclear/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="5" class="label" id="e1.2.28" scope="rowgroup">（五）不予处理</th>
          <th class="label" id="e1.2.29" scope="row">1.信访举报投诉类申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:notProcessed/e1:petition/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:notProcessed/child::e1:petition">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.29">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.29">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.petition'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:petition/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.30" scope="row">2.重复申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:notProcessed/e1:duplicate/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:notProcessed/child::e1:duplicate">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.30">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.30">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.duplicate'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:duplicate/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.31" scope="row">3.要求提供公开出版物</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:notProcessed/e1:publication/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:notProcessed/child::e1:publication">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.31">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.31">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.publication'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:publication/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.32" scope="row">4.无正当理由大量反复申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:notProcessed/e1:excessive/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:notProcessed/child::e1:excessive">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.32">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.32">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.excessive'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:excessive/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.33" scope="row">5.要求行政机关确认或重新出具已获取信息</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:notProcessed/e1:reconfirmation/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:notProcessed/child::e1:reconfirmation">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.33">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.28 e1.2.33">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.notProcessed.reconfirmation'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:notProcessed/e1:reconfirmation/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th rowspan="3" class="label" id="e1.2.34" scope="rowgroup">（六）其他处理</th>
          <th class="label" id="e1.2.35" scope="row">1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:other/e1:notCorrected/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:other/child::e1:notCorrected">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.34 e1.2.35">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.34 e1.2.35">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.notCorrected'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:notCorrected/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.36" scope="row">2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:other/e1:feeUnpaid/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:other/child::e1:feeUnpaid">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.34 e1.2.36">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.34 e1.2.36">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.feeUnpaid'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:feeUnpaid/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th class="label" id="e1.2.37" scope="row">3.其他</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:other/e1:other/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:other/child::e1:other">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.34 e1.2.37">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.34 e1.2.37">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.other.other'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:other/e1:other/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="2" class="label" id="e1.2.38" scope="row">（七）总计</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:results/e1:total/@* = 'NA')">
              <xsl:for-each select="child::e1:results/child::e1:total">
                <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.38">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.38">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.38">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.38">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.38">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.38">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.38">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.12 e1.2.38">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'results.total'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:results/e1:total/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
        <tr>
          <th colspan="3" class="label" id="e1.2.39" scope="row">四、结转下年度继续办理</th>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:carriedOut/@* = 'NA')">
              <xsl:for-each select="child::e1:carriedOut">
                <td headers="e1.2.1 e1.2.2 e1.2.39">
                  <xsl:value-of select="@naturalPerson"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.39">
                  <xsl:value-of select="@commercialEnterprise"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.39">
                  <xsl:value-of select="@researchInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.39">
                  <xsl:value-of select="@publicWelfareOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.39">
                  <xsl:value-of select="@legalServiceInstitution"/>
                </td>
                <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.39">
                  <xsl:value-of select="@otherOrganization"/>
                </td>
                <td headers="e1.2.1 e1.2.4 e1.2.39">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.2.1 e1.2.2 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'naturalPerson'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@naturalPerson"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.5 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'commercialEnterprise'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@commercialEnterprise"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.6 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'researchInstitution'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@researchInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.7 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'publicWelfareOrganization'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@publicWelfareOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.8 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'legalServiceInstitution'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@legalServiceInstitution"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.3 e1.2.9 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'otherOrganization'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@otherOrganization"/>
                </xsl:call-template>
              </td>
              <td headers="e1.2.1 e1.2.4 e1.2.39">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'carriedOut'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:carriedOut/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="e1:applications" mode="name">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:text>表三</xsl:text>
    <xsl:if test="$row != ''">
      <xsl:choose>
        <xsl:when test="starts-with($row, 'results.')">
          <xsl:choose>
            <xsl:when test="starts-with($row, 'results.refused.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.refused.stateSecret'">
                  <xsl:text> · 三（三）1.属于国家秘密</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.prohibitedByLaw'">
                  <xsl:text> · 三（三）2.其他法律行政法规禁止公开</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.securityAndStability'">
                  <xsl:text> · 三（三）3.危及“三安全一稳定”</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.thirdPartyRights'">
                  <xsl:text> · 三（三）4.保护第三方合法权益</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.internalAffairs'">
                  <xsl:text> · 三（三）5.属于三类内部事务信息</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.deliberativeProcess'">
                  <xsl:text> · 三（三）6.属于四类过程性信息</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.enforcementFile'">
                  <xsl:text> · 三（三）7.属于行政执法案卷</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.refused.administrativeInquiry'">
                  <xsl:text> · 三（三）8.属于行政查询事项</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="starts-with($row, 'results.unavailable.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.unavailable.notHeld'">
                  <xsl:text> · 三（四）1.本机关不掌握相关政府信息</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.unavailable.requiresCreation'">
                  <xsl:text> · 三（四）2.没有现成信息需要另行制作</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.unavailable.stillUnclear'">
                  <xsl:text> · 三（四）3.补正后申请内容仍不明确</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="starts-with($row, 'results.notProcessed.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.notProcessed.petition'">
                  <xsl:text> · 三（五）1.信访举报投诉类申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.duplicate'">
                  <xsl:text> · 三（五）2.重复申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.publication'">
                  <xsl:text> · 三（五）3.要求提供公开出版物</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.excessive'">
                  <xsl:text> · 三（五）4.无正当理由大量反复申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.notProcessed.reconfirmation'">
                  <xsl:text> · 三（五）5.要求行政机关确认或重新出具已获取信息</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="starts-with($row, 'results.other.')">
              <xsl:choose>
                <xsl:when test="$row = 'results.other.notCorrected'">
                  <xsl:text> · 三（六）1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.other.feeUnpaid'">
                  <xsl:text> · 三（六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请</xsl:text>
                </xsl:when>
                <xsl:when test="$row = 'results.other.other'">
                  <xsl:text> · 三（六）3.其他</xsl:text>
                </xsl:when>
              </xsl:choose>
            </xsl:when>
            <xsl:when test="$row = 'results.granted'">
              <xsl:text> · 三（一）予以公开</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.partlyGranted'">
              <xsl:text> · 三（二）部分公开（区分处理的，只计这一情形，不计其他情形）</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.refused'">
              <xsl:text> · 三（三）不予公开</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.unavailable'">
              <xsl:text> · 三（四）无法提供</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.notProcessed'">
              <xsl:text> · 三（五）不予处理</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.other'">
              <xsl:text> · 三（六）其他处理</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'results.total'">
              <xsl:text> · 三（七）总计</xsl:text>
            </xsl:when>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="$row = 'received'">
          <xsl:text> · 一、本年新收政府信息公开申请数量</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'carriedIn'">
          <xsl:text> · 二、上年结转政府信息公开申请数量</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'results'">
          <xsl:text> · 三、本年度办理结果</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'carriedOut'">
          <xsl:text> · 四、结转下年度继续办理</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$column != ''">
      <xsl:choose>
        <xsl:when test="$column = 'total'">
          <xsl:text> · 总计</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'otherOrganization'">
          <xsl:text> · 其他</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'legalServiceInstitution'">
          <xsl:text> · 法律服务机构</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'publicWelfareOrganization'">
          <xsl:text> · 社会公益组织</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'researchInstitution'">
          <xsl:text> · 科研机构</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'commercialEnterprise'">
          <xsl:text> · 商业企业</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'naturalPerson'">
          <xsl:text> · 自然人</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template match="e1:reviewAndLitigation" mode="layout">
    <xsl:variable name="whole" select="$plain and e1:reconsideration and e1:litigation[e1:direct and e1:afterReconsideration]"/>
    <xsl:variable name="bare" select="$whole and not($marked)"/>
    <table class="form" data-table="reviewAndLitigation" data-edition="2021">
      <caption id="reviewAndLitigation.caption">表四 政府信息公开行政复议、行政诉讼情况</caption>
      <thead>
        <tr>
          <th colspan="5" class="head" id="e1.3.1" scope="colgroup">行政复议</th>
          <th colspan="10" class="head" id="e1.3.2" scope="colgroup">行政诉讼</th>
        </tr>
        <tr>
          <th rowspan="2" class="head" id="e1.3.3" scope="col">结果维持</th>
          <th rowspan="2" class="head" id="e1.3.4" scope="col">结果纠正</th>
          <th rowspan="2" class="head" id="e1.3.5" scope="col">其他结果</th>
          <th rowspan="2" class="head" id="e1.3.6" scope="col">尚未审结</th>
          <th rowspan="2" class="head" id="e1.3.7" scope="col">总计</th>
          <th colspan="5" class="head" id="e1.3.8" scope="colgroup">未经复议直接起诉</th>
          <th colspan="5" class="head" id="e1.3.9" scope="colgroup">复议后起诉</th>
        </tr>
        <tr>
          <th class="head" id="e1.3.10" scope="col">结果维持</th>
          <th class="head" id="e1.3.11" scope="col">结果纠正</th>
          <th class="head" id="e1.3.12" scope="col">其他结果</th>
          <th class="head" id="e1.3.13" scope="col">尚未审结</th>
          <th class="head" id="e1.3.14" scope="col">总计</th>
          <th class="head" id="e1.3.15" scope="col">结果维持</th>
          <th class="head" id="e1.3.16" scope="col">结果纠正</th>
          <th class="head" id="e1.3.17" scope="col">其他结果</th>
          <th class="head" id="e1.3.18" scope="col">尚未审结</th>
          <th class="head" id="e1.3.19" scope="col">总计</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:reconsideration/@* = 'NA')">
              <xsl:for-each select="child::e1:reconsideration">
                <td headers="e1.3.1 e1.3.3">
                  <xsl:value-of select="@upheld"/>
                </td>
                <td headers="e1.3.1 e1.3.4">
                  <xsl:value-of select="@corrected"/>
                </td>
                <td headers="e1.3.1 e1.3.5">
                  <xsl:value-of select="@other"/>
                </td>
                <td headers="e1.3.1 e1.3.6">
                  <xsl:value-of select="@pending"/>
                </td>
                <td headers="e1.3.1 e1.3.7">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.3.1 e1.3.3">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'upheld'"/>
                  <xsl:with-param name="value" select="e1:reconsideration/@upheld"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.1 e1.3.4">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'corrected'"/>
                  <xsl:with-param name="value" select="e1:reconsideration/@corrected"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.1 e1.3.5">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'other'"/>
                  <xsl:with-param name="value" select="e1:reconsideration/@other"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.1 e1.3.6">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'pending'"/>
                  <xsl:with-param name="value" select="e1:reconsideration/@pending"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.1 e1.3.7">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'reconsideration'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:reconsideration/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:litigation/e1:direct/@* = 'NA')">
              <xsl:for-each select="child::e1:litigation/child::e1:direct">
                <td headers="e1.3.2 e1.3.8 e1.3.10">
                  <xsl:value-of select="@upheld"/>
                </td>
                <td headers="e1.3.2 e1.3.8 e1.3.11">
                  <xsl:value-of select="@corrected"/>
                </td>
                <td headers="e1.3.2 e1.3.8 e1.3.12">
                  <xsl:value-of select="@other"/>
                </td>
                <td headers="e1.3.2 e1.3.8 e1.3.13">
                  <xsl:value-of select="@pending"/>
                </td>
                <td headers="e1.3.2 e1.3.8 e1.3.14">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.3.2 e1.3.8 e1.3.10">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'upheld'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:direct/@upheld"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.8 e1.3.11">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'corrected'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:direct/@corrected"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.8 e1.3.12">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'other'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:direct/@other"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.8 e1.3.13">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'pending'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:direct/@pending"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.8 e1.3.14">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.direct'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:direct/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="$bare or $whole and not(e1:litigation/e1:afterReconsideration/@* = 'NA')">
              <xsl:for-each select="child::e1:litigation/child::e1:afterReconsideration">
                <td headers="e1.3.2 e1.3.9 e1.3.15">
                  <xsl:value-of select="@upheld"/>
                </td>
                <td headers="e1.3.2 e1.3.9 e1.3.16">
                  <xsl:value-of select="@corrected"/>
                </td>
                <td headers="e1.3.2 e1.3.9 e1.3.17">
                  <xsl:value-of select="@other"/>
                </td>
                <td headers="e1.3.2 e1.3.9 e1.3.18">
                  <xsl:value-of select="@pending"/>
                </td>
                <td headers="e1.3.2 e1.3.9 e1.3.19">
                  <xsl:value-of select="@total"/>
                </td>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <td headers="e1.3.2 e1.3.9 e1.3.15">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'upheld'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:afterReconsideration/@upheld"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.9 e1.3.16">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'corrected'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:afterReconsideration/@corrected"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.9 e1.3.17">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'other'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:afterReconsideration/@other"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.9 e1.3.18">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'pending'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:afterReconsideration/@pending"/>
                </xsl:call-template>
              </td>
              <td headers="e1.3.2 e1.3.9 e1.3.19">
                <xsl:call-template name="cell">
                  <xsl:with-param name="row" select="'litigation.afterReconsideration'"/>
                  <xsl:with-param name="column" select="'total'"/>
                  <xsl:with-param name="value" select="e1:litigation/e1:afterReconsideration/@total"/>
                </xsl:call-template>
              </td>
            </xsl:otherwise>
          </xsl:choose>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="e1:reviewAndLitigation" mode="name">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:text>表四</xsl:text>
    <xsl:if test="$row != ''">
      <xsl:choose>
        <xsl:when test="starts-with($row, 'litigation.')">
          <xsl:choose>
            <xsl:when test="$row = 'litigation.direct'">
              <xsl:text> · 行政诉讼 · 未经复议直接起诉</xsl:text>
            </xsl:when>
            <xsl:when test="$row = 'litigation.afterReconsideration'">
              <xsl:text> · 行政诉讼 · 复议后起诉</xsl:text>
            </xsl:when>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="$row = 'reconsideration'">
          <xsl:text> · 行政复议</xsl:text>
        </xsl:when>
        <xsl:when test="$row = 'litigation'">
          <xsl:text> · 行政诉讼</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="$column != ''">
      <xsl:choose>
        <xsl:when test="$column = 'total'">
          <xsl:text> · 总计</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'pending'">
          <xsl:text> · 尚未审结</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'other'">
          <xsl:text> · 其他结果</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'corrected'">
          <xsl:text> · 结果纠正</xsl:text>
        </xsl:when>
        <xsl:when test="$column = 'upheld'">
          <xsl:text> · 结果维持</xsl:text>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
