<?xml version="1.0" encoding="UTF-8"?>
<!-- Built from 2021/form.xml by `govreport schema build`; edit the form, never this file. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:r="urn:govreport:report:1" xmlns:e="urn:govreport:report:1:2021" version="1.0" exclude-result-prefixes="r e">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:template match="/">
    <svrl:schematron-output title="国办公开办函〔2021〕30号 (2021.1)" schemaVersion="1.0.0">
      <svrl:ns-prefix-in-attribute-values prefix="r" uri="urn:govreport:report:1"/>
      <svrl:ns-prefix-in-attribute-values prefix="e" uri="urn:govreport:report:1:2021"/>
      <svrl:active-pattern id="tables"/>
      <xsl:apply-templates select="*" mode="M1"/>
      <svrl:active-pattern id="rows"/>
      <xsl:apply-templates select="*" mode="M2"/>
    </svrl:schematron-output>
  </xsl:template>
  <xsl:template match="e:proactiveDisclosure[preceding::*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]] | e:applications[preceding::*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]] | e:reviewAndLitigation[preceding::*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]" mode="M1" priority="1004">
    <svrl:fired-rule context="e:proactiveDisclosure[preceding::*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]] | e:applications[preceding::*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]] | e:reviewAndLitigation[preceding::*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]"/>
    <xsl:if test="not(true())">
      <svrl:failed-assert test="true()">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>a further copy of a table: the first counts</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="r:*/e:proactiveDisclosure" mode="M1" priority="1003">
    <svrl:fired-rule context="r:*/e:proactiveDisclosure"/>
    <xsl:variable name="year" select="number(/r:report/r:metadata/r:year)"/>
    <xsl:if test="not(not($year &lt; 2021))">
      <svrl:failed-assert id="edition.proactiveDisclosure" flag="DOC-EDITION" test="not($year &lt; 2021)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 (2021): </xsl:text>
          <xsl:value-of select="$year"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="r:*/e:applications" mode="M1" priority="1002">
    <svrl:fired-rule context="r:*/e:applications"/>
    <xsl:variable name="year" select="number(/r:report/r:metadata/r:year)"/>
    <xsl:variable name="left1" select="(e:received/@naturalPerson | e:carriedIn/@naturalPerson)[number() = number()]"/>
    <xsl:variable name="right1" select="(e:results/e:total/@naturalPerson | e:carriedOut/@naturalPerson)[number() = number()]"/>
    <xsl:variable name="left2" select="(e:received/@commercialEnterprise | e:carriedIn/@commercialEnterprise)[number() = number()]"/>
    <xsl:variable name="right2" select="(e:results/e:total/@commercialEnterprise | e:carriedOut/@commercialEnterprise)[number() = number()]"/>
    <xsl:variable name="left3" select="(e:received/@researchInstitution | e:carriedIn/@researchInstitution)[number() = number()]"/>
    <xsl:variable name="right3" select="(e:results/e:total/@researchInstitution | e:carriedOut/@researchInstitution)[number() = number()]"/>
    <xsl:variable name="left4" select="(e:received/@publicWelfareOrganization | e:carriedIn/@publicWelfareOrganization)[number() = number()]"/>
    <xsl:variable name="right4" select="(e:results/e:total/@publicWelfareOrganization | e:carriedOut/@publicWelfareOrganization)[number() = number()]"/>
    <xsl:variable name="left5" select="(e:received/@legalServiceInstitution | e:carriedIn/@legalServiceInstitution)[number() = number()]"/>
    <xsl:variable name="right5" select="(e:results/e:total/@legalServiceInstitution | e:carriedOut/@legalServiceInstitution)[number() = number()]"/>
    <xsl:variable name="left6" select="(e:received/@otherOrganization | e:carriedIn/@otherOrganization)[number() = number()]"/>
    <xsl:variable name="right6" select="(e:results/e:total/@otherOrganization | e:carriedOut/@otherOrganization)[number() = number()]"/>
    <xsl:variable name="left7" select="(e:received/@total | e:carriedIn/@total)[number() = number()]"/>
    <xsl:variable name="right7" select="(e:results/e:total/@total | e:carriedOut/@total)[number() = number()]"/>
    <xsl:variable name="left8" select="(e:results/e:granted/@naturalPerson | e:results/e:partlyGranted/@naturalPerson | e:results/e:refused//@naturalPerson | e:results/e:unavailable//@naturalPerson | e:results/e:notProcessed//@naturalPerson | e:results/e:other//@naturalPerson)[number() = number()]"/>
    <xsl:variable name="right8" select="(e:results/e:total/@naturalPerson)[number() = number()]"/>
    <xsl:variable name="left9" select="(e:results/e:granted/@commercialEnterprise | e:results/e:partlyGranted/@commercialEnterprise | e:results/e:refused//@commercialEnterprise | e:results/e:unavailable//@commercialEnterprise | e:results/e:notProcessed//@commercialEnterprise | e:results/e:other//@commercialEnterprise)[number() = number()]"/>
    <xsl:variable name="right9" select="(e:results/e:total/@commercialEnterprise)[number() = number()]"/>
    <xsl:variable name="left10" select="(e:results/e:granted/@researchInstitution | e:results/e:partlyGranted/@researchInstitution | e:results/e:refused//@researchInstitution | e:results/e:unavailable//@researchInstitution | e:results/e:notProcessed//@researchInstitution | e:results/e:other//@researchInstitution)[number() = number()]"/>
    <xsl:variable name="right10" select="(e:results/e:total/@researchInstitution)[number() = number()]"/>
    <xsl:variable name="left11" select="(e:results/e:granted/@publicWelfareOrganization | e:results/e:partlyGranted/@publicWelfareOrganization | e:results/e:refused//@publicWelfareOrganization | e:results/e:unavailable//@publicWelfareOrganization | e:results/e:notProcessed//@publicWelfareOrganization | e:results/e:other//@publicWelfareOrganization)[number() = number()]"/>
    <xsl:variable name="right11" select="(e:results/e:total/@publicWelfareOrganization)[number() = number()]"/>
    <xsl:variable name="left12" select="(e:results/e:granted/@legalServiceInstitution | e:results/e:partlyGranted/@legalServiceInstitution | e:results/e:refused//@legalServiceInstitution | e:results/e:unavailable//@legalServiceInstitution | e:results/e:notProcessed//@legalServiceInstitution | e:results/e:other//@legalServiceInstitution)[number() = number()]"/>
    <xsl:variable name="right12" select="(e:results/e:total/@legalServiceInstitution)[number() = number()]"/>
    <xsl:variable name="left13" select="(e:results/e:granted/@otherOrganization | e:results/e:partlyGranted/@otherOrganization | e:results/e:refused//@otherOrganization | e:results/e:unavailable//@otherOrganization | e:results/e:notProcessed//@otherOrganization | e:results/e:other//@otherOrganization)[number() = number()]"/>
    <xsl:variable name="right13" select="(e:results/e:total/@otherOrganization)[number() = number()]"/>
    <xsl:variable name="left14" select="(e:results/e:granted/@total | e:results/e:partlyGranted/@total | e:results/e:refused//@total | e:results/e:unavailable//@total | e:results/e:notProcessed//@total | e:results/e:other//@total)[number() = number()]"/>
    <xsl:variable name="right14" select="(e:results/e:total/@total)[number() = number()]"/>
    <xsl:if test="not(sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 2) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.naturalPerson" flag="T3-BALANCE" test="sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 2) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 自然人: </xsl:text>
          <xsl:value-of select="format-number(sum($left1), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right1), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left2) = sum($right2) or (sum($left2) &lt; sum($right2) and count($left2) &lt; 2) or (sum($left2) &gt; sum($right2) and count($right2) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.commercialEnterprise" flag="T3-BALANCE" test="sum($left2) = sum($right2) or (sum($left2) &lt; sum($right2) and count($left2) &lt; 2) or (sum($left2) &gt; sum($right2) and count($right2) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 商业企业: </xsl:text>
          <xsl:value-of select="format-number(sum($left2), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right2), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left3) = sum($right3) or (sum($left3) &lt; sum($right3) and count($left3) &lt; 2) or (sum($left3) &gt; sum($right3) and count($right3) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.researchInstitution" flag="T3-BALANCE" test="sum($left3) = sum($right3) or (sum($left3) &lt; sum($right3) and count($left3) &lt; 2) or (sum($left3) &gt; sum($right3) and count($right3) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 科研机构: </xsl:text>
          <xsl:value-of select="format-number(sum($left3), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right3), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left4) = sum($right4) or (sum($left4) &lt; sum($right4) and count($left4) &lt; 2) or (sum($left4) &gt; sum($right4) and count($right4) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.publicWelfareOrganization" flag="T3-BALANCE" test="sum($left4) = sum($right4) or (sum($left4) &lt; sum($right4) and count($left4) &lt; 2) or (sum($left4) &gt; sum($right4) and count($right4) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 社会公益组织: </xsl:text>
          <xsl:value-of select="format-number(sum($left4), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right4), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left5) = sum($right5) or (sum($left5) &lt; sum($right5) and count($left5) &lt; 2) or (sum($left5) &gt; sum($right5) and count($right5) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.legalServiceInstitution" flag="T3-BALANCE" test="sum($left5) = sum($right5) or (sum($left5) &lt; sum($right5) and count($left5) &lt; 2) or (sum($left5) &gt; sum($right5) and count($right5) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 法律服务机构: </xsl:text>
          <xsl:value-of select="format-number(sum($left5), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right5), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left6) = sum($right6) or (sum($left6) &lt; sum($right6) and count($left6) &lt; 2) or (sum($left6) &gt; sum($right6) and count($right6) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.otherOrganization" flag="T3-BALANCE" test="sum($left6) = sum($right6) or (sum($left6) &lt; sum($right6) and count($left6) &lt; 2) or (sum($left6) &gt; sum($right6) and count($right6) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 其他: </xsl:text>
          <xsl:value-of select="format-number(sum($left6), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right6), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left7) = sum($right7) or (sum($left7) &lt; sum($right7) and count($left7) &lt; 2) or (sum($left7) &gt; sum($right7) and count($right7) &lt; 2))">
      <svrl:failed-assert id="applications-balance.carriedOut.total" flag="T3-BALANCE" test="sum($left7) = sum($right7) or (sum($left7) &lt; sum($right7) and count($left7) &lt; 2) or (sum($left7) &gt; sum($right7) and count($right7) &lt; 2)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-carriedOut">
          <svrl:text>
            <xsl:text>carriedOut</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 四、结转下年度继续办理 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left7), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right7), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left8) = sum($right8) or (sum($left8) &lt; sum($right8) and count($left8) &lt; 21) or (sum($left8) &gt; sum($right8) and count($right8) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.naturalPerson" flag="T3-RESULTS" test="sum($left8) = sum($right8) or (sum($left8) &lt; sum($right8) and count($left8) &lt; 21) or (sum($left8) &gt; sum($right8) and count($right8) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 自然人: </xsl:text>
          <xsl:value-of select="format-number(sum($left8), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right8), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left9) = sum($right9) or (sum($left9) &lt; sum($right9) and count($left9) &lt; 21) or (sum($left9) &gt; sum($right9) and count($right9) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.commercialEnterprise" flag="T3-RESULTS" test="sum($left9) = sum($right9) or (sum($left9) &lt; sum($right9) and count($left9) &lt; 21) or (sum($left9) &gt; sum($right9) and count($right9) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 商业企业: </xsl:text>
          <xsl:value-of select="format-number(sum($left9), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right9), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left10) = sum($right10) or (sum($left10) &lt; sum($right10) and count($left10) &lt; 21) or (sum($left10) &gt; sum($right10) and count($right10) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.researchInstitution" flag="T3-RESULTS" test="sum($left10) = sum($right10) or (sum($left10) &lt; sum($right10) and count($left10) &lt; 21) or (sum($left10) &gt; sum($right10) and count($right10) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 科研机构: </xsl:text>
          <xsl:value-of select="format-number(sum($left10), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right10), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left11) = sum($right11) or (sum($left11) &lt; sum($right11) and count($left11) &lt; 21) or (sum($left11) &gt; sum($right11) and count($right11) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.publicWelfareOrganization" flag="T3-RESULTS" test="sum($left11) = sum($right11) or (sum($left11) &lt; sum($right11) and count($left11) &lt; 21) or (sum($left11) &gt; sum($right11) and count($right11) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 社会公益组织: </xsl:text>
          <xsl:value-of select="format-number(sum($left11), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right11), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left12) = sum($right12) or (sum($left12) &lt; sum($right12) and count($left12) &lt; 21) or (sum($left12) &gt; sum($right12) and count($right12) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.legalServiceInstitution" flag="T3-RESULTS" test="sum($left12) = sum($right12) or (sum($left12) &lt; sum($right12) and count($left12) &lt; 21) or (sum($left12) &gt; sum($right12) and count($right12) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 法律服务机构: </xsl:text>
          <xsl:value-of select="format-number(sum($left12), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right12), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left13) = sum($right13) or (sum($left13) &lt; sum($right13) and count($left13) &lt; 21) or (sum($left13) &gt; sum($right13) and count($right13) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.otherOrganization" flag="T3-RESULTS" test="sum($left13) = sum($right13) or (sum($left13) &lt; sum($right13) and count($left13) &lt; 21) or (sum($left13) &gt; sum($right13) and count($right13) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 其他: </xsl:text>
          <xsl:value-of select="format-number(sum($left13), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right13), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(sum($left14) = sum($right14) or (sum($left14) &lt; sum($right14) and count($left14) &lt; 21) or (sum($left14) &gt; sum($right14) and count($right14) &lt; 1))">
      <svrl:failed-assert id="applications-results.results.total.total" flag="T3-RESULTS" test="sum($left14) = sum($right14) or (sum($left14) &lt; sum($right14) and count($left14) &lt; 21) or (sum($left14) &gt; sum($right14) and count($right14) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row-results.total">
          <svrl:text>
            <xsl:text>results.total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 三、本年度办理结果 · （七）总计 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left14), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right14), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not($year &lt; 2021))">
      <svrl:failed-assert id="edition.applications" flag="DOC-EDITION" test="not($year &lt; 2021)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 (2021): </xsl:text>
          <xsl:value-of select="$year"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="r:*/e:reviewAndLitigation" mode="M1" priority="1001">
    <svrl:fired-rule context="r:*/e:reviewAndLitigation"/>
    <xsl:variable name="year" select="number(/r:report/r:metadata/r:year)"/>
    <xsl:if test="not(not($year &lt; 2021))">
      <svrl:failed-assert id="edition.reviewAndLitigation" flag="DOC-EDITION" test="not($year &lt; 2021)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 (2021): </xsl:text>
          <xsl:value-of select="$year"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="*" mode="M1" priority="-1">
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="@* | text()" mode="M1" priority="-2"/>
  <xsl:template match="e:proactiveDisclosure[preceding::*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]//* | e:applications[preceding::*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]//* | e:reviewAndLitigation[preceding::*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]//*" mode="M2" priority="1010">
    <svrl:fired-rule context="e:proactiveDisclosure[preceding::*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]//* | e:applications[preceding::*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]//* | e:reviewAndLitigation[preceding::*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]]//*"/>
    <xsl:if test="not(true())">
      <svrl:failed-assert test="true()">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>a further copy of a table: the first counts</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:proactiveDisclosure/e:regulations | e:proactiveDisclosure/e:normativeDocuments" mode="M2" priority="1009">
    <svrl:fired-rule context="e:proactiveDisclosure/e:regulations | e:proactiveDisclosure/e:normativeDocuments"/>
    <xsl:if test="not(@issued)">
      <svrl:failed-assert id="blank.proactiveDisclosure.1.1.issued" flag="CELL-BLANK" test="@issued">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-issued">
          <svrl:text>
            <xsl:text>issued</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年制发件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@issued = 'NA'))">
      <svrl:failed-assert id="na.proactiveDisclosure.1.1.issued" flag="CELL-NA" test="not(@issued = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-issued">
          <svrl:text>
            <xsl:text>issued</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年制发件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@repealed)">
      <svrl:failed-assert id="blank.proactiveDisclosure.1.1.repealed" flag="CELL-BLANK" test="@repealed">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-repealed">
          <svrl:text>
            <xsl:text>repealed</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年废止件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@repealed = 'NA'))">
      <svrl:failed-assert id="na.proactiveDisclosure.1.1.repealed" flag="CELL-NA" test="not(@repealed = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-repealed">
          <svrl:text>
            <xsl:text>repealed</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年废止件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@inForce)">
      <svrl:failed-assert id="blank.proactiveDisclosure.1.1.inForce" flag="CELL-BLANK" test="@inForce">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-inForce">
          <svrl:text>
            <xsl:text>inForce</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 现行有效件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@inForce = 'NA'))">
      <svrl:failed-assert id="na.proactiveDisclosure.1.1.inForce" flag="CELL-NA" test="not(@inForce = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-inForce">
          <svrl:text>
            <xsl:text>inForce</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 现行有效件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(self::e:regulations[parent::e:proactiveDisclosure]) or not(/r:report/r:metadata/r:agency[@level = 'county' or @level = 'township']) or not(@issued[number() &lt; 0 or number() &gt; 0]))">
      <svrl:failed-assert id="city.proactiveDisclosure.1.1.issued" flag="T2-RULES" test="not(self::e:regulations[parent::e:proactiveDisclosure]) or not(/r:report/r:metadata/r:agency[@level = 'county' or @level = 'township']) or not(@issued[number() &lt; 0 or number() &gt; 0])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-issued">
          <svrl:text>
            <xsl:text>issued</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年制发件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(self::e:regulations[parent::e:proactiveDisclosure]) or not(/r:report/r:metadata/r:agency[@level = 'county' or @level = 'township']) or not(@repealed[number() &lt; 0 or number() &gt; 0]) or @issued[number() &lt; 0 or number() &gt; 0])">
      <svrl:failed-assert id="city.proactiveDisclosure.1.1.repealed" flag="T2-RULES" test="not(self::e:regulations[parent::e:proactiveDisclosure]) or not(/r:report/r:metadata/r:agency[@level = 'county' or @level = 'township']) or not(@repealed[number() &lt; 0 or number() &gt; 0]) or @issued[number() &lt; 0 or number() &gt; 0]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-repealed">
          <svrl:text>
            <xsl:text>repealed</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年废止件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(self::e:regulations[parent::e:proactiveDisclosure]) or not(/r:report/r:metadata/r:agency[@level = 'county' or @level = 'township']) or not(@inForce[number() &lt; 0 or number() &gt; 0]) or @issued[number() &lt; 0 or number() &gt; 0] or @repealed[number() &lt; 0 or number() &gt; 0])">
      <svrl:failed-assert id="city.proactiveDisclosure.1.1.inForce" flag="T2-RULES" test="not(self::e:regulations[parent::e:proactiveDisclosure]) or not(/r:report/r:metadata/r:agency[@level = 'county' or @level = 'township']) or not(@inForce[number() &lt; 0 or number() &gt; 0]) or @issued[number() &lt; 0 or number() &gt; 0] or @repealed[number() &lt; 0 or number() &gt; 0]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-inForce">
          <svrl:text>
            <xsl:text>inForce</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 现行有效件数</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:proactiveDisclosure/e:licences" mode="M2" priority="1008">
    <svrl:fired-rule context="e:proactiveDisclosure/e:licences"/>
    <xsl:if test="not(@decisions)">
      <svrl:failed-assert id="blank.proactiveDisclosure.2.1.decisions" flag="CELL-BLANK" test="@decisions">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-decisions">
          <svrl:text>
            <xsl:text>decisions</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年处理决定数量</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@decisions = 'NA'))">
      <svrl:failed-assert id="na.proactiveDisclosure.2.1.decisions" flag="CELL-NA" test="not(@decisions = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-decisions">
          <svrl:text>
            <xsl:text>decisions</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年处理决定数量</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:proactiveDisclosure/e:penalties | e:proactiveDisclosure/e:compulsoryMeasures" mode="M2" priority="1007">
    <svrl:fired-rule context="e:proactiveDisclosure/e:penalties | e:proactiveDisclosure/e:compulsoryMeasures"/>
    <xsl:if test="not(@decisions)">
      <svrl:failed-assert id="blank.proactiveDisclosure.3.1.decisions" flag="CELL-BLANK" test="@decisions">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-decisions">
          <svrl:text>
            <xsl:text>decisions</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年处理决定数量</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@decisions = 'NA'))">
      <svrl:failed-assert id="na.proactiveDisclosure.3.1.decisions" flag="CELL-NA" test="not(@decisions = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-decisions">
          <svrl:text>
            <xsl:text>decisions</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年处理决定数量</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:proactiveDisclosure/e:fees" mode="M2" priority="1006">
    <svrl:fired-rule context="e:proactiveDisclosure/e:fees"/>
    <xsl:if test="not(@amount)">
      <svrl:failed-assert id="blank.proactiveDisclosure.4.1.amount" flag="CELL-BLANK" test="@amount">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-proactiveDisclosure">
          <svrl:text>
            <xsl:text>proactiveDisclosure</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-amount">
          <svrl:text>
            <xsl:text>amount</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表二 · 本年收费金额（单位：万元）</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:applications/e:received | e:applications/e:carriedIn | e:applications/e:carriedOut" mode="M2" priority="1005">
    <svrl:fired-rule context="e:applications/e:received | e:applications/e:carriedIn | e:applications/e:carriedOut"/>
    <xsl:variable name="left1" select="(@naturalPerson | @commercialEnterprise | @researchInstitution | @publicWelfareOrganization | @legalServiceInstitution | @otherOrganization)[number() = number()]"/>
    <xsl:variable name="right1" select="(@total)[number() = number()]"/>
    <xsl:if test="not(sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 6) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1))">
      <svrl:failed-assert id="applications-rows.applications.1.1" flag="T3-ROW" test="sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 6) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left1), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right1), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@naturalPerson)">
      <svrl:failed-assert id="blank.applications.1.1.naturalPerson" flag="CELL-BLANK" test="@naturalPerson">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 自然人</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@naturalPerson = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.naturalPerson" flag="CELL-NA" test="not(@naturalPerson = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 自然人</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@commercialEnterprise)">
      <svrl:failed-assert id="blank.applications.1.1.commercialEnterprise" flag="CELL-BLANK" test="@commercialEnterprise">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 商业企业</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@commercialEnterprise = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.commercialEnterprise" flag="CELL-NA" test="not(@commercialEnterprise = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 商业企业</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@researchInstitution)">
      <svrl:failed-assert id="blank.applications.1.1.researchInstitution" flag="CELL-BLANK" test="@researchInstitution">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 科研机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@researchInstitution = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.researchInstitution" flag="CELL-NA" test="not(@researchInstitution = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 科研机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@publicWelfareOrganization)">
      <svrl:failed-assert id="blank.applications.1.1.publicWelfareOrganization" flag="CELL-BLANK" test="@publicWelfareOrganization">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 社会公益组织</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@publicWelfareOrganization = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.publicWelfareOrganization" flag="CELL-NA" test="not(@publicWelfareOrganization = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 社会公益组织</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@legalServiceInstitution)">
      <svrl:failed-assert id="blank.applications.1.1.legalServiceInstitution" flag="CELL-BLANK" test="@legalServiceInstitution">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 法律服务机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@legalServiceInstitution = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.legalServiceInstitution" flag="CELL-NA" test="not(@legalServiceInstitution = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 法律服务机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@otherOrganization)">
      <svrl:failed-assert id="blank.applications.1.1.otherOrganization" flag="CELL-BLANK" test="@otherOrganization">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 其他</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@otherOrganization = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.otherOrganization" flag="CELL-NA" test="not(@otherOrganization = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 其他</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@total)">
      <svrl:failed-assert id="blank.applications.1.1.total" flag="CELL-BLANK" test="@total">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@total = 'NA'))">
      <svrl:failed-assert id="na.applications.1.1.total" flag="CELL-NA" test="not(@total = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:applications/e:results/e:granted | e:applications/e:results/e:partlyGranted | e:applications/e:results/e:total" mode="M2" priority="1004">
    <svrl:fired-rule context="e:applications/e:results/e:granted | e:applications/e:results/e:partlyGranted | e:applications/e:results/e:total"/>
    <xsl:variable name="left1" select="(@naturalPerson | @commercialEnterprise | @researchInstitution | @publicWelfareOrganization | @legalServiceInstitution | @otherOrganization)[number() = number()]"/>
    <xsl:variable name="right1" select="(@total)[number() = number()]"/>
    <xsl:if test="not(sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 6) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1))">
      <svrl:failed-assert id="applications-rows.applications.1.2" flag="T3-ROW" test="sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 6) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left1), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right1), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@naturalPerson)">
      <svrl:failed-assert id="blank.applications.1.2.naturalPerson" flag="CELL-BLANK" test="@naturalPerson">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 自然人</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@naturalPerson = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.naturalPerson" flag="CELL-NA" test="not(@naturalPerson = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 自然人</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@commercialEnterprise)">
      <svrl:failed-assert id="blank.applications.1.2.commercialEnterprise" flag="CELL-BLANK" test="@commercialEnterprise">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 商业企业</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@commercialEnterprise = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.commercialEnterprise" flag="CELL-NA" test="not(@commercialEnterprise = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 商业企业</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@researchInstitution)">
      <svrl:failed-assert id="blank.applications.1.2.researchInstitution" flag="CELL-BLANK" test="@researchInstitution">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 科研机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@researchInstitution = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.researchInstitution" flag="CELL-NA" test="not(@researchInstitution = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 科研机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@publicWelfareOrganization)">
      <svrl:failed-assert id="blank.applications.1.2.publicWelfareOrganization" flag="CELL-BLANK" test="@publicWelfareOrganization">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 社会公益组织</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@publicWelfareOrganization = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.publicWelfareOrganization" flag="CELL-NA" test="not(@publicWelfareOrganization = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 社会公益组织</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@legalServiceInstitution)">
      <svrl:failed-assert id="blank.applications.1.2.legalServiceInstitution" flag="CELL-BLANK" test="@legalServiceInstitution">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 法律服务机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@legalServiceInstitution = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.legalServiceInstitution" flag="CELL-NA" test="not(@legalServiceInstitution = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 法律服务机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@otherOrganization)">
      <svrl:failed-assert id="blank.applications.1.2.otherOrganization" flag="CELL-BLANK" test="@otherOrganization">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 其他</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@otherOrganization = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.otherOrganization" flag="CELL-NA" test="not(@otherOrganization = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 其他</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@total)">
      <svrl:failed-assert id="blank.applications.1.2.total" flag="CELL-BLANK" test="@total">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@total = 'NA'))">
      <svrl:failed-assert id="na.applications.1.2.total" flag="CELL-NA" test="not(@total = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:applications/e:results/e:refused/e:stateSecret | e:applications/e:results/e:refused/e:prohibitedByLaw | e:applications/e:results/e:refused/e:securityAndStability | e:applications/e:results/e:refused/e:thirdPartyRights | e:applications/e:results/e:refused/e:internalAffairs | e:applications/e:results/e:refused/e:deliberativeProcess | e:applications/e:results/e:refused/e:enforcementFile | e:applications/e:results/e:refused/e:administrativeInquiry | e:applications/e:results/e:unavailable/e:notHeld | e:applications/e:results/e:unavailable/e:requiresCreation | e:applications/e:results/e:unavailable/e:stillUnclear | e:applications/e:results/e:notProcessed/e:petition | e:applications/e:results/e:notProcessed/e:duplicate | e:applications/e:results/e:notProcessed/e:publication | e:applications/e:results/e:notProcessed/e:excessive | e:applications/e:results/e:notProcessed/e:reconfirmation | e:applications/e:results/e:other/e:notCorrected | e:applications/e:results/e:other/e:feeUnpaid | e:applications/e:results/e:other/e:other" mode="M2" priority="1003">
    <svrl:fired-rule context="e:applications/e:results/e:refused/e:stateSecret | e:applications/e:results/e:refused/e:prohibitedByLaw | e:applications/e:results/e:refused/e:securityAndStability | e:applications/e:results/e:refused/e:thirdPartyRights | e:applications/e:results/e:refused/e:internalAffairs | e:applications/e:results/e:refused/e:deliberativeProcess | e:applications/e:results/e:refused/e:enforcementFile | e:applications/e:results/e:refused/e:administrativeInquiry | e:applications/e:results/e:unavailable/e:notHeld | e:applications/e:results/e:unavailable/e:requiresCreation | e:applications/e:results/e:unavailable/e:stillUnclear | e:applications/e:results/e:notProcessed/e:petition | e:applications/e:results/e:notProcessed/e:duplicate | e:applications/e:results/e:notProcessed/e:publication | e:applications/e:results/e:notProcessed/e:excessive | e:applications/e:results/e:notProcessed/e:reconfirmation | e:applications/e:results/e:other/e:notCorrected | e:applications/e:results/e:other/e:feeUnpaid | e:applications/e:results/e:other/e:other"/>
    <xsl:variable name="left1" select="(@naturalPerson | @commercialEnterprise | @researchInstitution | @publicWelfareOrganization | @legalServiceInstitution | @otherOrganization)[number() = number()]"/>
    <xsl:variable name="right1" select="(@total)[number() = number()]"/>
    <xsl:if test="not(sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 6) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1))">
      <svrl:failed-assert id="applications-rows.applications.1.3" flag="T3-ROW" test="sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 6) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left1), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right1), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@naturalPerson)">
      <svrl:failed-assert id="blank.applications.1.3.naturalPerson" flag="CELL-BLANK" test="@naturalPerson">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 自然人</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@naturalPerson = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.naturalPerson" flag="CELL-NA" test="not(@naturalPerson = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-naturalPerson">
          <svrl:text>
            <xsl:text>naturalPerson</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 自然人</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@commercialEnterprise)">
      <svrl:failed-assert id="blank.applications.1.3.commercialEnterprise" flag="CELL-BLANK" test="@commercialEnterprise">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 商业企业</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@commercialEnterprise = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.commercialEnterprise" flag="CELL-NA" test="not(@commercialEnterprise = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-commercialEnterprise">
          <svrl:text>
            <xsl:text>commercialEnterprise</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 商业企业</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@researchInstitution)">
      <svrl:failed-assert id="blank.applications.1.3.researchInstitution" flag="CELL-BLANK" test="@researchInstitution">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 科研机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@researchInstitution = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.researchInstitution" flag="CELL-NA" test="not(@researchInstitution = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-researchInstitution">
          <svrl:text>
            <xsl:text>researchInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 科研机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@publicWelfareOrganization)">
      <svrl:failed-assert id="blank.applications.1.3.publicWelfareOrganization" flag="CELL-BLANK" test="@publicWelfareOrganization">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 社会公益组织</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@publicWelfareOrganization = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.publicWelfareOrganization" flag="CELL-NA" test="not(@publicWelfareOrganization = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-publicWelfareOrganization">
          <svrl:text>
            <xsl:text>publicWelfareOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 社会公益组织</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@legalServiceInstitution)">
      <svrl:failed-assert id="blank.applications.1.3.legalServiceInstitution" flag="CELL-BLANK" test="@legalServiceInstitution">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 法律服务机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@legalServiceInstitution = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.legalServiceInstitution" flag="CELL-NA" test="not(@legalServiceInstitution = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-legalServiceInstitution">
          <svrl:text>
            <xsl:text>legalServiceInstitution</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 法律服务机构</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@otherOrganization)">
      <svrl:failed-assert id="blank.applications.1.3.otherOrganization" flag="CELL-BLANK" test="@otherOrganization">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 其他</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@otherOrganization = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.otherOrganization" flag="CELL-NA" test="not(@otherOrganization = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-otherOrganization">
          <svrl:text>
            <xsl:text>otherOrganization</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 其他</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@total)">
      <svrl:failed-assert id="blank.applications.1.3.total" flag="CELL-BLANK" test="@total">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@total = 'NA'))">
      <svrl:failed-assert id="na.applications.1.3.total" flag="CELL-NA" test="not(@total = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-applications">
          <svrl:text>
            <xsl:text>applications</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.3">
          <svrl:text>
            <xsl:value-of select="concat(local-name(../..), '.', local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表三 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:reviewAndLitigation/e:reconsideration" mode="M2" priority="1002">
    <svrl:fired-rule context="e:reviewAndLitigation/e:reconsideration"/>
    <xsl:variable name="left1" select="(@upheld | @corrected | @other | @pending)[number() = number()]"/>
    <xsl:variable name="right1" select="(@total)[number() = number()]"/>
    <xsl:if test="not(sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 4) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1))">
      <svrl:failed-assert id="review-rows.reviewAndLitigation.1.1" flag="T4-SUM" test="sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 4) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left1), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right1), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@upheld)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.1.upheld" flag="CELL-BLANK" test="@upheld">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-upheld">
          <svrl:text>
            <xsl:text>upheld</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果维持</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@upheld = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.1.upheld" flag="CELL-NA" test="not(@upheld = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-upheld">
          <svrl:text>
            <xsl:text>upheld</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果维持</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@corrected)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.1.corrected" flag="CELL-BLANK" test="@corrected">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-corrected">
          <svrl:text>
            <xsl:text>corrected</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果纠正</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@corrected = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.1.corrected" flag="CELL-NA" test="not(@corrected = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-corrected">
          <svrl:text>
            <xsl:text>corrected</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果纠正</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@other)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.1.other" flag="CELL-BLANK" test="@other">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-other">
          <svrl:text>
            <xsl:text>other</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 其他结果</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@other = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.1.other" flag="CELL-NA" test="not(@other = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-other">
          <svrl:text>
            <xsl:text>other</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 其他结果</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@pending)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.1.pending" flag="CELL-BLANK" test="@pending">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-pending">
          <svrl:text>
            <xsl:text>pending</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 尚未审结</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@pending = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.1.pending" flag="CELL-NA" test="not(@pending = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-pending">
          <svrl:text>
            <xsl:text>pending</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 尚未审结</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@total)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.1.total" flag="CELL-BLANK" test="@total">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@total = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.1.total" flag="CELL-NA" test="not(@total = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.1">
          <svrl:text>
            <xsl:value-of select="local-name(.)"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="e:reviewAndLitigation/e:litigation/e:direct | e:reviewAndLitigation/e:litigation/e:afterReconsideration" mode="M2" priority="1001">
    <svrl:fired-rule context="e:reviewAndLitigation/e:litigation/e:direct | e:reviewAndLitigation/e:litigation/e:afterReconsideration"/>
    <xsl:variable name="left1" select="(@upheld | @corrected | @other | @pending)[number() = number()]"/>
    <xsl:variable name="right1" select="(@total)[number() = number()]"/>
    <xsl:if test="not(sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 4) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1))">
      <svrl:failed-assert id="review-rows.reviewAndLitigation.1.2" flag="T4-SUM" test="sum($left1) = sum($right1) or (sum($left1) &lt; sum($right1) and count($left1) &lt; 4) or (sum($left1) &gt; sum($right1) and count($right1) &lt; 1)">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 总计: </xsl:text>
          <xsl:value-of select="format-number(sum($left1), '0.######')"/>
          <xsl:text> ≠ </xsl:text>
          <xsl:value-of select="format-number(sum($right1), '0.######')"/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@upheld)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.2.upheld" flag="CELL-BLANK" test="@upheld">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-upheld">
          <svrl:text>
            <xsl:text>upheld</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果维持</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@upheld = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.2.upheld" flag="CELL-NA" test="not(@upheld = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-upheld">
          <svrl:text>
            <xsl:text>upheld</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果维持</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@corrected)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.2.corrected" flag="CELL-BLANK" test="@corrected">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-corrected">
          <svrl:text>
            <xsl:text>corrected</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果纠正</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@corrected = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.2.corrected" flag="CELL-NA" test="not(@corrected = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-corrected">
          <svrl:text>
            <xsl:text>corrected</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 结果纠正</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@other)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.2.other" flag="CELL-BLANK" test="@other">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-other">
          <svrl:text>
            <xsl:text>other</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 其他结果</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@other = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.2.other" flag="CELL-NA" test="not(@other = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-other">
          <svrl:text>
            <xsl:text>other</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 其他结果</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@pending)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.2.pending" flag="CELL-BLANK" test="@pending">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-pending">
          <svrl:text>
            <xsl:text>pending</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 尚未审结</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@pending = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.2.pending" flag="CELL-NA" test="not(@pending = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-pending">
          <svrl:text>
            <xsl:text>pending</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 尚未审结</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@total)">
      <svrl:failed-assert id="blank.reviewAndLitigation.1.2.total" flag="CELL-BLANK" test="@total">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(@total = 'NA'))">
      <svrl:failed-assert id="na.reviewAndLitigation.1.2.total" flag="CELL-NA" test="not(@total = 'NA')">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:diagnostic-reference diagnostic="table-reviewAndLitigation">
          <svrl:text>
            <xsl:text>reviewAndLitigation</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="row.2">
          <svrl:text>
            <xsl:value-of select="concat(local-name(..), '.', local-name(.))"/>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:diagnostic-reference diagnostic="column-total">
          <svrl:text>
            <xsl:text>total</xsl:text>
          </svrl:text>
        </svrl:diagnostic-reference>
        <svrl:text>
          <xsl:text>表四 · 总计</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="*" mode="M2" priority="-1">
    <xsl:apply-templates select="*" mode="M2"/>
  </xsl:template>
  <xsl:template match="@* | text()" mode="M2" priority="-2"/>
  <xsl:template match="*" mode="location">
    <xsl:apply-templates select="parent::*" mode="location"/>
    <xsl:text>/*[local-name()='</xsl:text>
    <xsl:value-of select="local-name()"/>
    <xsl:text>' and namespace-uri()='</xsl:text>
    <xsl:value-of select="namespace-uri()"/>
    <xsl:text>'][</xsl:text>
    <xsl:value-of select="1 + count(preceding-sibling::*[local-name() = local-name(current()) and namespace-uri() = namespace-uri(current())])"/>
    <xsl:text>]</xsl:text>
  </xsl:template>
  <xsl:template match="@*" mode="location">
    <xsl:apply-templates select="parent::*" mode="location"/>
    <xsl:text>/@</xsl:text>
    <xsl:value-of select="name()"/>
  </xsl:template>
</xsl:stylesheet>
