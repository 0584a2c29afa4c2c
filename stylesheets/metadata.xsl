<?xml version="1.0" encoding="UTF-8"?>
<!-- What the report says of itself: for the reader, and in the head of the page for programs (Dublin Core, schema.org, the names that Chinese government sites use). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:govreport:report:1" exclude-result-prefixes="r">

  <xsl:template name="particulars">
    <dl class="particulars">
      <xsl:for-each select="$metadata/r:agency/r:name[. != '']">
        <div class="agency"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'agency'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
      </xsl:for-each>
      <xsl:for-each select="$metadata/r:documentNumber[. != '']">
        <div class="number"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'number'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
      </xsl:for-each>
      <xsl:for-each select="$metadata/r:year[. != '']">
        <div class="year"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'year'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
      </xsl:for-each>
      <xsl:for-each select="$metadata/r:period">
        <div class="period">
          <dt><xsl:call-template name="word"><xsl:with-param name="name" select="'period'"/></xsl:call-template></dt>
          <dd><xsl:value-of select="@from"/><xsl:call-template name="word"><xsl:with-param name="name" select="'to'"/></xsl:call-template><xsl:value-of select="@to"/></dd>
        </div>
      </xsl:for-each>
      <xsl:for-each select="$metadata/r:published[. != '']">
        <div class="published"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'published'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
      </xsl:for-each>
      <xsl:for-each select="$metadata/r:contact[. != '']">
        <div class="contact"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'contact'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="r:provenance">
    <footer>
      <h2><xsl:call-template name="word"><xsl:with-param name="name" select="'provenance'"/></xsl:call-template></h2>
      <dl class="provenance">
        <xsl:for-each select="@source[. != '']">
          <div class="source"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'source'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
        </xsl:for-each>
        <xsl:for-each select="@sha256[. != '']">
          <div class="digest"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'digest'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
        </xsl:for-each>
        <xsl:for-each select="@schema[. != '']">
          <div class="schema"><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'schema'"/></xsl:call-template></dt><dd><xsl:value-of select="."/></dd></div>
        </xsl:for-each>
      </dl>
    </footer>
  </xsl:template>

  <!-- in the head -->

  <xsl:template name="metadata">
    <xsl:variable name="agency" select="string($metadata/r:agency/r:name)"/>
    <meta name="DC.title" content="{$title}"/>
    <xsl:for-each select="$metadata/r:agency/r:name[. != '']"><meta name="DC.creator" content="{.}"/></xsl:for-each>
    <xsl:for-each select="$metadata/r:published[. != '']"><meta name="DC.date" content="{.}"/></xsl:for-each>
    <xsl:for-each select="$metadata/r:documentNumber[. != '']"><meta name="DC.identifier" content="{.}"/></xsl:for-each>
    <xsl:for-each select="$metadata/r:year[. != '']"><meta name="DC.coverage" content="{.}"/></xsl:for-each>
    <meta name="DC.type" content="Text"/>
    <meta name="DC.language" content="zh-CN"/>
    <meta name="ArticleTitle" content="{$title}"/>
    <xsl:for-each select="$metadata/r:published[. != '']"><meta name="PubDate" content="{.}"/></xsl:for-each>
    <xsl:for-each select="$metadata/r:agency/r:name[. != '']"><meta name="ContentSource" content="{.}"/></xsl:for-each>
    <script type="application/ld+json">
      <xsl:text>{"@context":"https://schema.org","@type":"Report","inLanguage":"zh-CN"</xsl:text>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'name'"/><xsl:with-param name="value" select="$title"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'reportNumber'"/><xsl:with-param name="value" select="$metadata/r:documentNumber"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'datePublished'"/><xsl:with-param name="value" select="$metadata/r:published"/></xsl:call-template>
      <xsl:if test="$metadata/r:period">
        <xsl:call-template name="member"><xsl:with-param name="name" select="'temporalCoverage'"/><xsl:with-param name="value" select="concat($metadata/r:period/@from, '/', $metadata/r:period/@to)"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="$agency != ''">
        <xsl:text>,"author":{"@type":"GovernmentOrganization"</xsl:text>
        <xsl:call-template name="member"><xsl:with-param name="name" select="'name'"/><xsl:with-param name="value" select="$agency"/></xsl:call-template>
        <xsl:call-template name="member"><xsl:with-param name="name" select="'identifier'"/><xsl:with-param name="value" select="$metadata/r:agency/@uscc"/></xsl:call-template>
        <xsl:text>}</xsl:text>
      </xsl:if>
      <xsl:text>}</xsl:text>
    </script>
  </xsl:template>

  <!-- a member of a JSON object; what could end the element that holds it, or the string, is written as its number -->
  <xsl:template name="member">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value) != ''">
      <xsl:value-of select="concat(',&quot;', $name, '&quot;:&quot;')"/>
      <xsl:call-template name="quoted"><xsl:with-param name="text" select="string($value)"/></xsl:call-template>
      <xsl:text>"</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="quoted">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, '&quot;') or contains($text, '\') or contains($text, '&lt;') or contains($text, '&gt;') or contains($text, '&amp;'))">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="special" select="translate($text, translate($text, '&quot;\&lt;&gt;&amp;', ''), '')"/>
        <xsl:variable name="first" select="substring($special, 1, 1)"/>
        <xsl:value-of select="substring-before($text, $first)"/>
        <xsl:choose>
          <xsl:when test="$first = '&lt;'">\u003c</xsl:when>
          <xsl:when test="$first = '&gt;'">\u003e</xsl:when>
          <xsl:when test="$first = '&amp;'">\u0026</xsl:when>
          <xsl:when test="$first = '\'">\\</xsl:when>
          <xsl:otherwise>\"</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="quoted"><xsl:with-param name="text" select="substring-after($text, $first)"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
