<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report inside its page: its XML as the text of a script element that no browser runs. Every less-than sign of the report's own text
  is written as a reference, so that no text can end the element; nor can an element do so by its name, which then gets a prefix.
  Canonical XML comes out as it went in, byte by byte. A program that has it at hand gives a mark as the parameter source, which is
  written instead, and puts the XML there itself.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="escaped.xsl"/>

  <xsl:param name="source"/>

  <xsl:template name="carrier">
    <script type="application/xml" id="govreport">
      <xsl:choose>
        <xsl:when test="$source != ''"><xsl:value-of select="$source"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$report" mode="source"/></xsl:otherwise>
      </xsl:choose>
    </script>
  </xsl:template>

  <xsl:template match="*" mode="source">
    <xsl:variable name="prefix" select="substring('n:', 1, 2 * starts-with(translate(local-name(), 'SCRIPT', 'script'), 'script'))"/>
    <xsl:value-of select="concat('&lt;', $prefix, local-name())"/>
    <xsl:if test="namespace-uri() != namespace-uri(..)"><xsl:value-of select="concat(' xmlns=&quot;', namespace-uri(), '&quot;')"/></xsl:if>
    <xsl:if test="$prefix != ''"><xsl:value-of select="concat(' xmlns:n=&quot;', namespace-uri(), '&quot;')"/></xsl:if>
    <xsl:for-each select="@*">
      <xsl:value-of select="concat(' ', local-name(), '=&quot;')"/>
      <xsl:call-template name="escaped">
        <xsl:with-param name="text" select="string(.)"/>
        <xsl:with-param name="special" select="'&amp;&lt;&gt;&quot;&#9;'"/>
      </xsl:call-template>
      <xsl:text>"</xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="source"/>
        <xsl:value-of select="concat('&lt;/', $prefix, local-name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="source">
    <xsl:call-template name="escaped"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="source"/>
</xsl:stylesheet>
