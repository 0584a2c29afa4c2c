<?xml version="1.0" encoding="UTF-8"?>
<!-- What is noted on the tables of a report: under the table it is about, at the end of the page where that is not drawn. Included by report.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:govreport:report:1" exclude-result-prefixes="r">

  <xsl:key name="mark" match="r:note[@kind = 'mark']" use="concat(@table, '/', @row, '/', @column)"/>

  <!-- selected once and not by keys, which would look at every element of the report for the few that there are -->
  <xsl:variable name="noted" select="$report/r:annotations/*[not(@kind = 'mark')]"/>

  <!-- the notes on the table that is the context -->
  <xsl:template name="notes">
    <xsl:variable name="table" select="."/>
    <xsl:variable name="key" select="local-name()"/>
    <xsl:if test="$noted/@table = $key">
      <ul class="notes">
        <xsl:for-each select="$noted[@table = $key]">
          <li>
            <span class="place">
              <xsl:apply-templates select="$table" mode="name">
                <xsl:with-param name="row" select="string(@row)"/>
                <xsl:with-param name="column" select="string(@column)"/>
              </xsl:apply-templates>
              <xsl:value-of select="$colon"/>
            </span>
            <xsl:apply-templates select="." mode="said"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- what is noted on no table that is drawn; most tables stand right in their chapter, so that sections are looked through only for the others -->
  <xsl:template name="remaining">
    <xsl:variable name="drawn">
      <xsl:if test="$noted"><xsl:for-each select="$report/r:chapter/*[not(self::r:*)]"><xsl:call-template name="listed"/></xsl:for-each></xsl:if>
    </xsl:variable>
    <!-- as a text once, not for every note -->
    <xsl:variable name="told" select="string($drawn)"/>
    <xsl:variable name="others" select="$noted[not(contains($told, concat(' ', @table, '|')))]"/>
    <xsl:variable name="deeper">
      <xsl:if test="$others">
        <xsl:for-each select="$report/r:chapter/r:section/descendant-or-self::r:section/*[not(self::r:*)]"><xsl:call-template name="listed"/></xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="left" select="$others[not(contains($deeper, concat(' ', @table, '|')))]"/>
    <xsl:if test="$left">
      <section class="remaining" aria-labelledby="remaining">
        <h2 id="remaining"><xsl:call-template name="word"><xsl:with-param name="name" select="'notes'"/></xsl:call-template></h2>
        <ul class="notes"><xsl:for-each select="$left"><li><xsl:apply-templates select="." mode="said"/></li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="listed"><xsl:value-of select="concat(' ', local-name(), '|')"/></xsl:template>

  <xsl:template match="*" mode="name"><xsl:value-of select="local-name()"/></xsl:template>

  <xsl:template match="r:note" mode="said">
    <xsl:choose>
      <xsl:when test="@kind = 'note'"/>
      <!-- of most notes that are no remarks the word is known beforehand -->
      <xsl:when test="@kind = 'inferred'">
        <xsl:call-template name="word"><xsl:with-param name="name" select="'inferred'"/></xsl:call-template>
        <xsl:value-of select="$colon"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="word"><xsl:with-param name="name" select="@kind"/></xsl:call-template>
        <xsl:value-of select="$colon"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="r:restatement" mode="said">
    <xsl:call-template name="word"><xsl:with-param name="name" select="'restatement'"/></xsl:call-template>
    <xsl:value-of select="concat($colon, @before)"/>
    <xsl:call-template name="word"><xsl:with-param name="name" select="'becomes'"/></xsl:call-template>
    <xsl:value-of select="@after"/>
    <xsl:call-template name="word"><xsl:with-param name="name" select="'open'"/></xsl:call-template>
    <xsl:call-template name="word"><xsl:with-param name="name" select="@reason"/></xsl:call-template>
    <xsl:call-template name="word"><xsl:with-param name="name" select="'close'"/></xsl:call-template>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="r:waiver" mode="said">
    <xsl:call-template name="word"><xsl:with-param name="name" select="'waiver'"/></xsl:call-template>
    <xsl:value-of select="concat(' ', @code, $colon, .)"/>
    <xsl:call-template name="signed"/>
  </xsl:template>

  <xsl:template match="r:zeroDeclaration" mode="said">
    <xsl:call-template name="word"><xsl:with-param name="name" select="'zero'"/></xsl:call-template>
    <xsl:call-template name="signed"/>
  </xsl:template>

  <xsl:template match="*" mode="said"><xsl:value-of select="."/></xsl:template>

  <!-- who, and when -->
  <xsl:template name="signed">
    <xsl:if test="@by or @on">
      <xsl:call-template name="word"><xsl:with-param name="name" select="'open'"/></xsl:call-template>
      <xsl:value-of select="@by"/>
      <xsl:if test="@by and @on"><xsl:call-template name="word"><xsl:with-param name="name" select="'by'"/></xsl:call-template></xsl:if>
      <xsl:value-of select="@on"/>
      <xsl:call-template name="word"><xsl:with-param name="name" select="'close'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- findings, where the document brings them: errors first, as it has them -->
  <xsl:template match="/findings" mode="findings">
    <section class="findings" aria-labelledby="findings">
      <h2 id="findings"><xsl:call-template name="word"><xsl:with-param name="name" select="'findings'"/></xsl:call-template></h2>
      <!-- a paragraph without a class is one of the report's, to who reads the page back -->
      <p class="summary"><xsl:value-of select="summary"/></p>
      <ul><xsl:for-each select="fold"><li class="{@severity}"><xsl:value-of select="concat(@said, ' ', @code, ' ', @line)"/></li></xsl:for-each></ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
