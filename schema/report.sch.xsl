<?xml version="1.0" encoding="UTF-8"?>
<!-- Compiled from report.sch (sha256 3bd1ec6b0a4585bbc45b9fdd1e231e6b8e17ea7dd937a816e8882064b52a6b5e) and editions.sch by `govreport schema build`; edit report.sch, never this file. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:r="urn:govreport:report:1" version="1.0" exclude-result-prefixes="r">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:variable name="alphabet" select="'0123456789ABCDEFGHJKLMNPQRTUWXY'"/>
  <xsl:template match="/">
    <svrl:schematron-output title="政府信息公开工作年度报告：全文检查" schemaVersion="1.0.0">
      <svrl:ns-prefix-in-attribute-values prefix="r" uri="urn:govreport:report:1"/>
      <svrl:active-pattern id="required"/>
      <xsl:apply-templates select="*" mode="M1"/>
      <svrl:active-pattern id="chapters"/>
      <xsl:apply-templates select="*" mode="M2"/>
      <svrl:active-pattern id="agency"/>
      <xsl:apply-templates select="*" mode="M3"/>
      <svrl:active-pattern id="identity"/>
      <xsl:apply-templates select="*" mode="M4"/>
    </svrl:schematron-output>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]" mode="M1" priority="1002">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]"/>
    <xsl:if test="not(r:chapter[@key = 'overview'])">
      <svrl:failed-assert id="required.2019.overview" flag="DOC-CHAPTER" test="r:chapter[@key = 'overview']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2019: 总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'proactiveDisclosure'])">
      <svrl:failed-assert id="required.2019.proactiveDisclosure" flag="DOC-CHAPTER" test="r:chapter[@key = 'proactiveDisclosure']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2019: 主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'applications'])">
      <svrl:failed-assert id="required.2019.applications" flag="DOC-CHAPTER" test="r:chapter[@key = 'applications']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2019: 收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'reviewAndLitigation'])">
      <svrl:failed-assert id="required.2019.reviewAndLitigation" flag="DOC-CHAPTER" test="r:chapter[@key = 'reviewAndLitigation']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2019: 政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'problemsAndImprovements'])">
      <svrl:failed-assert id="required.2019.problemsAndImprovements" flag="DOC-CHAPTER" test="r:chapter[@key = 'problemsAndImprovements']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2019: 存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'otherMatters'])">
      <svrl:failed-assert id="required.2019.otherMatters" flag="DOC-CHAPTER" test="r:chapter[@key = 'otherMatters']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2019: 其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(r:metadata/r:agency/@kind = 'government') or ((r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '工作考核') or contains(., '考核')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '社会评议') or contains(., '评议') or contains(., '社会评价') or contains(., '满意度')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '责任追究') or contains(., '追究') or contains(., '追责') or contains(., '问责')]))">
      <svrl:failed-assert id="assessment.2019" flag="DOC-ASSESSMENT" test="not(r:metadata/r:agency/@kind = 'government') or ((r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '工作考核') or contains(., '考核')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '社会评议') or contains(., '评议') or contains(., '社会评价') or contains(., '满意度')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '责任追究') or contains(., '追究') or contains(., '追责') or contains(., '问责')])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>工作考核 / 社会评议 / 责任追究</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]" mode="M1" priority="1001">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]"/>
    <xsl:if test="not(r:chapter[@key = 'overview'])">
      <svrl:failed-assert id="required.2021.overview" flag="DOC-CHAPTER" test="r:chapter[@key = 'overview']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2021: 总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'proactiveDisclosure'])">
      <svrl:failed-assert id="required.2021.proactiveDisclosure" flag="DOC-CHAPTER" test="r:chapter[@key = 'proactiveDisclosure']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2021: 主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'applications'])">
      <svrl:failed-assert id="required.2021.applications" flag="DOC-CHAPTER" test="r:chapter[@key = 'applications']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2021: 收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'reviewAndLitigation'])">
      <svrl:failed-assert id="required.2021.reviewAndLitigation" flag="DOC-CHAPTER" test="r:chapter[@key = 'reviewAndLitigation']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2021: 政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'problemsAndImprovements'])">
      <svrl:failed-assert id="required.2021.problemsAndImprovements" flag="DOC-CHAPTER" test="r:chapter[@key = 'problemsAndImprovements']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2021: 存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(r:chapter[@key = 'otherMatters'])">
      <svrl:failed-assert id="required.2021.otherMatters" flag="DOC-CHAPTER" test="r:chapter[@key = 'otherMatters']">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>2021: 其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(not(r:metadata/r:agency/@kind = 'government') or ((r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '工作考核') or contains(., '考核')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '社会评议') or contains(., '评议') or contains(., '社会评价') or contains(., '满意度')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '责任追究') or contains(., '追究') or contains(., '追责') or contains(., '问责')]))">
      <svrl:failed-assert id="assessment.2021" flag="DOC-ASSESSMENT" test="not(r:metadata/r:agency/@kind = 'government') or ((r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '工作考核') or contains(., '考核')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '社会评议') or contains(., '评议') or contains(., '社会评价') or contains(., '满意度')] and (r:chapter//r:paragraph | r:chapter//r:section/@title)[contains(., '责任追究') or contains(., '追究') or contains(., '追责') or contains(., '问责')])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>工作考核 / 社会评议 / 责任追究</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="*" mode="M1" priority="-1">
    <xsl:apply-templates select="*" mode="M1"/>
  </xsl:template>
  <xsl:template match="@* | text()" mode="M1" priority="-2"/>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'preface']" mode="M2" priority="1016">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'preface']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'preface' or @key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.preface" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'preface' or @key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>preface</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'overview']" mode="M2" priority="1015">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'overview']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.overview" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2019.overview" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(*)">
      <svrl:failed-assert id="content.2019.overview" flag="DOC-CHAPTER" test="*">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'proactiveDisclosure']" mode="M2" priority="1014">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'proactiveDisclosure']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.proactiveDisclosure" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2019.proactiveDisclosure" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(/r:report/r:chapter//*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)])">
      <svrl:failed-assert id="table.2019.proactiveDisclosure" flag="DOC-CHAPTER" test="/r:report/r:chapter//*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'applications']" mode="M2" priority="1013">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'applications']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.applications" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2019.applications" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(/r:report/r:chapter//*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)])">
      <svrl:failed-assert id="table.2019.applications" flag="DOC-CHAPTER" test="/r:report/r:chapter//*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'reviewAndLitigation']" mode="M2" priority="1012">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'reviewAndLitigation']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.reviewAndLitigation" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2019.reviewAndLitigation" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(/r:report/r:chapter//*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)])">
      <svrl:failed-assert id="table.2019.reviewAndLitigation" flag="DOC-CHAPTER" test="/r:report/r:chapter//*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'problemsAndImprovements']" mode="M2" priority="1011">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'problemsAndImprovements']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.problemsAndImprovements" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2019.problemsAndImprovements" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(*)">
      <svrl:failed-assert id="content.2019.problemsAndImprovements" flag="DOC-CHAPTER" test="*">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'otherMatters']" mode="M2" priority="1010">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'otherMatters']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2019.otherMatters" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2019.otherMatters" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(*)">
      <svrl:failed-assert id="content.2019.otherMatters" flag="DOC-CHAPTER" test="*">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'closing']" mode="M2" priority="1009">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'] and not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021']))]/r:chapter[@key = 'closing']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'closing']))">
      <svrl:failed-assert id="order.2019.closing" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>closing</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'preface']" mode="M2" priority="1008">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'preface']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'preface' or @key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.preface" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'preface' or @key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>preface</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'overview']" mode="M2" priority="1007">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'overview']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.overview" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'overview' or @key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2021.overview" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(*)">
      <svrl:failed-assert id="content.2021.overview" flag="DOC-CHAPTER" test="*">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>总体情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'proactiveDisclosure']" mode="M2" priority="1006">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'proactiveDisclosure']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.proactiveDisclosure" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'proactiveDisclosure' or @key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2021.proactiveDisclosure" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(/r:report/r:chapter//*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)])">
      <svrl:failed-assert id="table.2021.proactiveDisclosure" flag="DOC-CHAPTER" test="/r:report/r:chapter//*[local-name() = 'proactiveDisclosure' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>主动公开政府信息情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'applications']" mode="M2" priority="1005">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'applications']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.applications" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'applications' or @key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2021.applications" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(/r:report/r:chapter//*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)])">
      <svrl:failed-assert id="table.2021.applications" flag="DOC-CHAPTER" test="/r:report/r:chapter//*[local-name() = 'applications' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>收到和处理政府信息公开申请情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'reviewAndLitigation']" mode="M2" priority="1004">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'reviewAndLitigation']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.reviewAndLitigation" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'reviewAndLitigation' or @key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2021.reviewAndLitigation" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(/r:report/r:chapter//*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)])">
      <svrl:failed-assert id="table.2021.reviewAndLitigation" flag="DOC-CHAPTER" test="/r:report/r:chapter//*[local-name() = 'reviewAndLitigation' and starts-with(namespace-uri(), 'urn:govreport:report:1:') and (parent::r:chapter or parent::r:section)]">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>政府信息公开行政复议、行政诉讼情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'problemsAndImprovements']" mode="M2" priority="1003">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'problemsAndImprovements']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.problemsAndImprovements" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'problemsAndImprovements' or @key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2021.problemsAndImprovements" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(*)">
      <svrl:failed-assert id="content.2021.problemsAndImprovements" flag="DOC-CHAPTER" test="*">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>存在的主要问题及改进情况</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'otherMatters']" mode="M2" priority="1002">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'otherMatters']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'otherMatters' or @key = 'closing']))">
      <svrl:failed-assert id="order.2021.otherMatters" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'otherMatters' or @key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(@title)">
      <svrl:failed-assert id="titled.2021.otherMatters" flag="DOC-CHAPTER" test="@title">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:if test="not(*)">
      <svrl:failed-assert id="content.2021.otherMatters" flag="DOC-CHAPTER" test="*">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>其他需要报告的事项</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'closing']" mode="M2" priority="1001">
    <svrl:fired-rule context="r:report[(number(r:metadata/r:year) &gt;= 2021) or (not(number(r:metadata/r:year) &gt;= 2019 and number(r:metadata/r:year) &lt;= 2020 or number(r:metadata/r:year) &gt;= 2021) and (r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2021'] or not(r:chapter//*[namespace-uri() = 'urn:govreport:report:1:2019'])))]/r:chapter[@key = 'closing']"/>
    <xsl:if test="not(not(preceding-sibling::r:chapter[@key = 'closing']))">
      <svrl:failed-assert id="order.2021.closing" flag="DOC-CHAPTER" test="not(preceding-sibling::r:chapter[@key = 'closing'])">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>closing</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="*" mode="M2" priority="-1">
    <xsl:apply-templates select="@* | *" mode="M2"/>
  </xsl:template>
  <xsl:template match="@* | text()" mode="M2" priority="-2"/>
  <xsl:template match="r:report/r:metadata" mode="M3" priority="1001">
    <svrl:fired-rule context="r:report/r:metadata"/>
    <xsl:if test="not(r:agency/r:name)">
      <svrl:failed-assert id="agency-name" flag="DOC-AGENCY" test="r:agency/r:name">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>报告没有写明是哪个机关的</xsl:text>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="*" mode="M3"/>
  </xsl:template>
  <xsl:template match="*" mode="M3" priority="-1">
    <xsl:apply-templates select="*" mode="M3"/>
  </xsl:template>
  <xsl:template match="@* | text()" mode="M3" priority="-2"/>
  <xsl:template match="r:metadata/r:agency/@uscc" mode="M4" priority="1001">
    <svrl:fired-rule context="r:metadata/r:agency/@uscc"/>
    <xsl:variable name="sum" select="string-length(substring-before($alphabet, substring(., 1, 1)))         + 3 * string-length(substring-before($alphabet, substring(., 2, 1)))         + 9 * string-length(substring-before($alphabet, substring(., 3, 1)))         + 27 * string-length(substring-before($alphabet, substring(., 4, 1)))         + 19 * string-length(substring-before($alphabet, substring(., 5, 1)))         + 26 * string-length(substring-before($alphabet, substring(., 6, 1)))         + 16 * string-length(substring-before($alphabet, substring(., 7, 1)))         + 17 * string-length(substring-before($alphabet, substring(., 8, 1)))         + 20 * string-length(substring-before($alphabet, substring(., 9, 1)))         + 29 * string-length(substring-before($alphabet, substring(., 10, 1)))         + 25 * string-length(substring-before($alphabet, substring(., 11, 1)))         + 13 * string-length(substring-before($alphabet, substring(., 12, 1)))         + 8 * string-length(substring-before($alphabet, substring(., 13, 1)))         + 24 * string-length(substring-before($alphabet, substring(., 14, 1)))         + 10 * string-length(substring-before($alphabet, substring(., 15, 1)))         + 30 * string-length(substring-before($alphabet, substring(., 16, 1)))         + 28 * string-length(substring-before($alphabet, substring(., 17, 1)))"/>
    <xsl:variable name="check" select="substring($alphabet, (31 - $sum mod 31) mod 31 + 1, 1)"/>
    <xsl:if test="not(string-length(.) = 18 and translate(., $alphabet, '') = '' and substring(., 18, 1) = $check)">
      <svrl:failed-assert id="uscc" flag="ID-USCC" test="string-length(.) = 18 and translate(., $alphabet, '') = '' and substring(., 18, 1) = $check">
        <xsl:attribute name="location">
          <xsl:apply-templates select="." mode="location"/>
        </xsl:attribute>
        <svrl:text>
          <xsl:text>统一社会信用代码不正确：</xsl:text>
          <xsl:value-of select="."/>
        </svrl:text>
      </svrl:failed-assert>
    </xsl:if>
    <xsl:apply-templates select="@* | *" mode="M4"/>
  </xsl:template>
  <xsl:template match="*" mode="M4" priority="-1">
    <xsl:apply-templates select="@* | *" mode="M4"/>
  </xsl:template>
  <xsl:template match="@* | text()" mode="M4" priority="-2"/>
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
