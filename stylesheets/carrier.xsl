<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report inside its page: its XML as the text of a script element that no browser runs. Every less-than sign of the report's own text
  is written as a reference, so that no text can end the element; what is written as markup are the names of the standard alone.
  A program that has the XML at hand gives it as the parameter source, which is then taken as it is.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

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
    <xsl:value-of select="concat('&lt;', local-name())"/>
    <xsl:if test="namespace-uri() != namespace-uri(..)"><xsl:value-of select="concat(' xmlns=&quot;', namespace-uri(), '&quot;')"/></xsl:if>
    <xsl:for-each select="@*">
      <xsl:value-of select="concat(' ', local-name(), '=&quot;')"/>
      <xsl:call-template name="escaped"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
      <xsl:text>"</xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="source"/>
        <xsl:value-of select="concat('&lt;/', local-name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="source">
    <xsl:call-template name="escaped"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="source"/>

  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:variable name="special" select="translate($text, translate($text, '&quot;&lt;&gt;&amp;', ''), '')"/>
    <xsl:choose>
      <xsl:when test="$special = ''"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="first" select="substring($special, 1, 1)"/>
        <xsl:value-of select="substring-before($text, $first)"/>
        <xsl:choose>
          <xsl:when test="$first = '&lt;'">&amp;lt;</xsl:when>
          <xsl:when test="$first = '&gt;'">&amp;gt;</xsl:when>
          <xsl:when test="$first = '&amp;'">&amp;amp;</xsl:when>
          <xsl:otherwise>&amp;quot;</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="escaped"><xsl:with-param name="text" select="substring-after($text, $first)"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
