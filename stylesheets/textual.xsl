<?xml version="1.0" encoding="UTF-8"?>
<!--
  A stylesheet that makes a page as a tree, rewritten as one that makes the same page as text, which spares a processor every element:
  whatever is no instruction becomes the characters that it is written out as. Input: the stylesheet with all that it includes.
  What is made escapes a quotation mark in an attribute and nothing else: it is for documents without an ampersand, whose values
  therefore hold neither that nor a less-than sign, and without an attribute in apostrophes, whose attributes therefore hold no quotation
  mark either (govreport.writers.html sees to it). Fixed words that are asked for by name are put in,
  those of the language given. What it asks of a stylesheet: attributes that are made stand first in their element, alone in their
  instruction, and variables and parameters hold text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:made="urn:govreport:made" exclude-result-prefixes="made">

  <xsl:include href="escaped.xsl"/>
  <xsl:namespace-alias stylesheet-prefix="made" result-prefix="xsl"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="xsl:text"/>

  <xsl:param name="lang" select="'zh'"/>

  <xsl:variable name="quotation">"</xsl:variable>
  <xsl:variable name="words" select="string(/xsl:stylesheet/xsl:variable[@name = concat('words-', $lang)])"/>

  <xsl:template match="/xsl:stylesheet">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
      <made:template name="attribute-value">
        <made:param name="value"/>
        <made:choose>
          <made:when test="contains($value, '&quot;')">
            <made:value-of select="substring-before($value, '&quot;')"/>
            <made:text>&amp;quot;</made:text>
            <made:call-template name="attribute-value"><made:with-param name="value" select="substring-after($value, '&quot;')"/></made:call-template>
          </made:when>
          <made:otherwise><made:value-of select="$value"/></made:otherwise>
        </made:choose>
      </made:template>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="xsl:output"><made:output method="text" encoding="{@encoding}"/></xsl:template>

  <xsl:template match="xsl:*">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <!-- a fixed word that is asked for by name -->
  <xsl:template match="xsl:call-template[@name = 'word'][starts-with(xsl:with-param/@select, &quot;'&quot;)]">
    <xsl:variable name="name" select="translate(xsl:with-param/@select, &quot;'&quot;, '')"/>
    <xsl:call-template name="escaped">
      <xsl:with-param name="text" select="substring-before(substring-after($words, concat('|', $name, '=')), '|')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- of those that are asked for by what a document says, the ones of the language given; a variable that is one of them is it -->
  <xsl:template match="xsl:variable[starts-with(@name, 'words-')]"/>
  <xsl:template match="xsl:variable[@name = 'words']"><made:variable name="words" select="{$quotation}{$words}{$quotation}"/></xsl:template>
  <xsl:template match="xsl:variable[starts-with(@select, &quot;substring-before(substring-after($words, '&quot;)]">
    <xsl:variable name="name" select="substring-before(substring-after(@select, &quot;'&quot;), '=')"/>
    <made:variable name="{@name}" select="{$quotation}{substring-before(substring-after($words, concat($name, '=')), '|')}{$quotation}"/>
  </xsl:template>

  <xsl:template match="xsl:variable | xsl:param | xsl:with-param | xsl:text"><xsl:copy-of select="."/></xsl:template>
  <xsl:template match="comment()"/>

  <!-- elements of the page -->

  <xsl:template match="*">
    <xsl:if test="self::html">&lt;!DOCTYPE html&gt;&#10;</xsl:if>
    <xsl:value-of select="concat('&lt;', name())"/>
    <xsl:for-each select="@*">
      <xsl:value-of select="concat(' ', name(), '=', $quotation)"/>
      <xsl:choose>
        <xsl:when test="contains(., '{')"><xsl:call-template name="given"><xsl:with-param name="left" select="string()"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="$quotation"/>
    </xsl:for-each>
    <xsl:apply-templates select="xsl:attribute | xsl:if[xsl:attribute]" mode="attribute"/>
    <xsl:text>&gt;</xsl:text>
    <!-- what processors of XSLT write into a head -->
    <xsl:if test="self::head">&lt;meta http-equiv="Content-Type" content="text/html; charset=UTF-8"&gt;</xsl:if>
    <xsl:apply-templates select="node()[not(self::xsl:attribute or self::xsl:if[xsl:attribute])]"/>
    <xsl:if test="not(self::meta or self::br or self::hr or self::img)"><xsl:value-of select="concat('&lt;/', name(), '&gt;')"/></xsl:if>
    <xsl:if test="self::html"><xsl:text>&#10;</xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:call-template name="escaped"><xsl:with-param name="text" select="string()"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="style/text() | script/text()"><xsl:copy-of select="."/></xsl:template>

  <!-- attributes that are made -->

  <xsl:template match="xsl:if" mode="attribute">
    <made:if test="{@test}"><xsl:apply-templates mode="attribute"/></made:if>
  </xsl:template>

  <xsl:template match="xsl:attribute" mode="attribute">
    <xsl:value-of select="concat(' ', @name, '=', $quotation)"/>
    <xsl:apply-templates mode="value"/>
    <xsl:value-of select="$quotation"/>
  </xsl:template>

  <xsl:template match="xsl:value-of" mode="value">
    <xsl:call-template name="expression"><xsl:with-param name="select" select="@select"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="xsl:*" mode="value"><xsl:apply-templates select="."/></xsl:template>

  <!-- the value of an attribute with expressions in braces -->
  <xsl:template name="given">
    <xsl:param name="left"/>
    <xsl:choose>
      <xsl:when test="contains($left, '{')">
        <xsl:call-template name="escaped"><xsl:with-param name="text" select="substring-before($left, '{')"/></xsl:call-template>
        <xsl:call-template name="expression"><xsl:with-param name="select" select="substring-before(substring-after($left, '{'), '}')"/></xsl:call-template>
        <xsl:call-template name="given"><xsl:with-param name="left" select="substring-after($left, '}')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="escaped"><xsl:with-param name="text" select="$left"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="expression">
    <xsl:param name="select"/>
    <xsl:choose>
      <xsl:when test="starts-with($select, '@') or starts-with($select, 'position(') or starts-with($select, 'count(') or starts-with($select, 'local-name(')">
        <made:value-of select="{$select}"/>
      </xsl:when>
      <xsl:otherwise>
        <made:choose>
          <made:when test="contains({$select}, '&quot;')">
            <made:call-template name="attribute-value"><made:with-param name="value" select="{$select}"/></made:call-template>
          </made:when>
          <made:otherwise><made:value-of select="{$select}"/></made:otherwise>
        </made:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
