<?xml version="1.0" encoding="UTF-8"?>
<!--
  A report as one page: self-contained HTML5 without script, which carries the very report it shows. Input: the canonical XML, or a
  document <findings> that holds one (govreport.validation.render.document), whose findings are then listed and marked.
  The tables of any edition are drawn by the built layout.xsl; the fixed words stand in words.xsl, the look in style.xsl, how the report
  is carried in carrier.xsl. No label, no row and no column stands here.
  Parameters: lang (zh, en) of the fixed words; downloads, names of files beside the page, each followed by a bar; trail, the pages around
  it, each an address and a name, and remarks about the report, all followed by a line break each.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:govreport:report:1" exclude-result-prefixes="r">

  <xsl:include href="../schema/layout.xsl"/>
  <xsl:include href="words.xsl"/>
  <xsl:include href="style.xsl"/>
  <xsl:include href="carrier.xsl"/>
  <xsl:include href="metadata.xsl"/>
  <xsl:include href="annotations.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:param name="downloads"/>
  <xsl:param name="trail"/>
  <xsl:param name="remarks"/>

  <xsl:variable name="report" select="/r:report | /findings/r:report"/>
  <xsl:variable name="metadata" select="$report/r:metadata"/>
  <xsl:variable name="titled">
    <xsl:choose>
      <xsl:when test="$metadata/r:title"><xsl:value-of select="$metadata/r:title"/></xsl:when>
      <xsl:when test="$metadata/r:agency/r:name"><xsl:value-of select="normalize-space(concat($metadata/r:agency/r:name, ' ', $metadata/r:year))"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="name" select="'untitled'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="title" select="string($titled)"/>

  <!-- cells are what their values are, unless a mark was written for one that does not apply -->
  <xsl:variable name="plain" select="true()"/>
  <xsl:variable name="marked" select="boolean($report/r:annotations/r:note[@kind = 'mark'])"/>

  <!-- between the number of a chapter and its title, and between a name and what it names -->
  <xsl:variable name="mark" select="substring-before(substring-after($words, '|mark='), '|')"/>
  <xsl:variable name="colon" select="substring-before(substring-after($words, '|colon='), '|')"/>

  <xsl:template match="/">
    <html lang="zh-CN">
      <head>
        <!-- the encoding is written here by the processor itself: no second one -->
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$title"/></title>
        <xsl:call-template name="metadata"/>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body>
        <a class="skip" href="#report"><xsl:call-template name="word"><xsl:with-param name="name" select="'skip'"/></xsl:call-template></a>
        <header>
          <xsl:if test="$trail != ''">
            <nav class="trail">
              <xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param name="name" select="'trail'"/></xsl:call-template></xsl:attribute>
              <ul><xsl:call-template name="trail"><xsl:with-param name="left" select="$trail"/></xsl:call-template></ul>
            </nav>
          </xsl:if>
          <h1><xsl:value-of select="$title"/></h1>
          <xsl:call-template name="particulars"/>
          <xsl:call-template name="remarks"><xsl:with-param name="left" select="$remarks"/></xsl:call-template>
        </header>
        <div class="page">
          <nav aria-labelledby="contents">
            <h2 id="contents"><xsl:call-template name="word"><xsl:with-param name="name" select="'contents'"/></xsl:call-template></h2>
            <ol><xsl:apply-templates select="$report/r:chapter" mode="contents"/><xsl:apply-templates select="$report/r:attachment" mode="contents"/></ol>
            <xsl:if test="$downloads != ''">
              <h2><xsl:call-template name="word"><xsl:with-param name="name" select="'downloads'"/></xsl:call-template></h2>
              <ul class="downloads"><xsl:call-template name="downloads"><xsl:with-param name="left" select="$downloads"/></xsl:call-template></ul>
            </xsl:if>
          </nav>
          <main id="report" tabindex="-1">
            <xsl:apply-templates select="/findings" mode="findings"/>
            <xsl:apply-templates select="$report/r:chapter"/>
            <xsl:apply-templates select="$report/r:attachment"/>
            <xsl:call-template name="remaining"/>
          </main>
        </div>
        <xsl:apply-templates select="$report/r:provenance"/>
        <xsl:call-template name="carrier"/>
      </body>
    </html>
  </xsl:template>

  <!-- contents -->

  <xsl:template match="r:chapter" mode="contents">
    <xsl:if test="@title or @number"><li><a href="#chapter.{position()}"><xsl:call-template name="heading"/></a></li></xsl:if>
  </xsl:template>

  <xsl:template match="r:attachment" mode="contents">
    <li><a href="#attachment.{position()}"><xsl:value-of select="@title"/></a></li>
  </xsl:template>

  <xsl:template name="downloads">
    <xsl:param name="left"/>
    <xsl:variable name="name" select="substring-before($left, '|')"/>
    <xsl:if test="$name != ''">
      <!-- the part before a colon would be taken for a scheme -->
      <li><a href="{substring('./', 1, 2 * contains($name, ':'))}{$name}" download=""><xsl:value-of select="$name"/></a></li>
      <xsl:call-template name="downloads"><xsl:with-param name="left" select="substring-after($left, '|')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="trail">
    <xsl:param name="left"/>
    <xsl:variable name="rest" select="substring-after($left, '&#10;')"/>
    <xsl:if test="$rest != ''">
      <li><a href="{substring-before($left, '&#10;')}"><xsl:value-of select="substring-before($rest, '&#10;')"/></a></li>
      <xsl:call-template name="trail"><xsl:with-param name="left" select="substring-after($rest, '&#10;')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="remarks">
    <xsl:param name="left"/>
    <xsl:if test="$left != ''">
      <p class="remark"><xsl:value-of select="substring-before($left, '&#10;')"/></p>
      <xsl:call-template name="remarks"><xsl:with-param name="left" select="substring-after($left, '&#10;')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- chapters and what stands in them -->

  <xsl:template match="r:chapter">
    <xsl:choose>
      <xsl:when test="@title or @number">
        <section id="chapter.{position()}" data-number="{@number}" aria-labelledby="heading.{position()}">
          <h2 id="heading.{position()}"><xsl:call-template name="heading"/></h2>
          <xsl:apply-templates/>
        </section>
      </xsl:when>
      <xsl:otherwise><section id="chapter.{position()}" data-number=""><xsl:apply-templates/></section></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:value-of select="@number"/>
    <xsl:if test="@number and @title"><xsl:value-of select="$mark"/></xsl:if>
    <xsl:value-of select="@title"/>
  </xsl:template>

  <!-- most sections stand right in their chapter -->
  <xsl:template match="r:section">
    <xsl:if test="@number or @title"><h3><xsl:value-of select="concat(@number, @title)"/></h3></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="r:section/r:section">
    <xsl:choose>
      <xsl:when test="not(@number or @title)"/>
      <xsl:when test="not(../parent::r:section)"><h4><xsl:value-of select="concat(@number, @title)"/></h4></xsl:when>
      <xsl:when test="not(../../parent::r:section)"><h5><xsl:value-of select="concat(@number, @title)"/></h5></xsl:when>
      <xsl:otherwise><h6><xsl:value-of select="concat(@number, @title)"/></h6></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="r:paragraph">
    <p><xsl:apply-templates mode="text"/></p>
  </xsl:template>

  <xsl:template match="r:grid">
    <div class="scroll" tabindex="0" role="region">
      <xsl:attribute name="aria-label">
        <xsl:call-template name="word"><xsl:with-param name="name" select="'scroll'"/></xsl:call-template>
        <xsl:value-of select="@caption"/>
      </xsl:attribute>
      <table class="grid">
        <xsl:if test="@caption"><caption><xsl:value-of select="@caption"/></caption></xsl:if>
        <tbody>
          <xsl:for-each select="r:tr">
            <tr><xsl:for-each select="r:td"><td><xsl:apply-templates mode="text"/></td></xsl:for-each></tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="r:attachment">
    <section class="attachment" id="attachment.{position()}" aria-labelledby="attachment.heading.{position()}">
      <p class="attachment-mark"><xsl:call-template name="word"><xsl:with-param name="name" select="'attachment'"/></xsl:call-template></p>
      <h2 id="attachment.heading.{position()}"><xsl:value-of select="@title"/></h2>
      <xsl:if test="@fileName">
        <p class="file">
          <xsl:call-template name="word"><xsl:with-param name="name" select="'file'"/></xsl:call-template>
          <xsl:value-of select="concat($colon, @fileName)"/>
        </p>
      </xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- a table of the form, of whatever edition -->
  <xsl:template match="*">
    <div class="scroll" tabindex="0" role="region" aria-labelledby="{local-name()}.caption">
      <xsl:apply-templates select="." mode="layout"/>
    </div>
    <xsl:call-template name="notes"/>
  </xsl:template>

  <!-- the mode "text" is that of the built-in rules, which write the text within an element quicker than xsl:value-of does -->

  <!-- white space between elements is none of the page's -->
  <xsl:template match="text()"/>

  <!-- a table that no edition here draws keeps its cells in the data that the page carries -->
  <xsl:template match="*" mode="layout">
    <p class="undrawn"><xsl:value-of select="local-name()"/></p>
  </xsl:template>

  <!-- called by layout.xsl inside every data cell; the context is the table -->
  <xsl:template name="cell">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:param name="value"/>
    <xsl:param name="unit"/>
    <xsl:choose>
      <xsl:when test="$value = 'NA'">
        <xsl:variable name="place" select="concat(local-name(), '/', $row, '/', $column)"/>
        <xsl:value-of select="key('mark', $place)[1]"/>
        <xsl:if test="not(key('mark', $place))"><xsl:value-of select="$value"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$unit"><span class="unit"><xsl:value-of select="$unit"/></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
