<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- a text as XML writes it: each special character in it as a reference -->
  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:param name="special" select="'&amp;&lt;&gt;'"/>
    <xsl:variable name="found" select="translate($text, translate($text, $special, ''), '')"/>
    <xsl:choose>
      <xsl:when test="$found = ''"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="first" select="substring($found, 1, 1)"/>
        <xsl:value-of select="substring-before($text, $first)"/>
        <xsl:choose>
          <xsl:when test="$first = '&amp;'">&amp;amp;</xsl:when>
          <xsl:when test="$first = '&lt;'">&amp;lt;</xsl:when>
          <xsl:when test="$first = '&gt;'">&amp;gt;</xsl:when>
          <xsl:when test="$first = '&quot;'">&amp;quot;</xsl:when>
          <xsl:otherwise>&amp;#9;</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="substring-after($text, $first)"/>
          <xsl:with-param name="special" select="$special"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
