<?xml version="1.0" encoding="UTF-8"?>
<!-- The envelope: every element, attribute and type of report.xsd with what is said of it there, and an example. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="xs">

  <xsl:key name="component" match="xs:schema/*[@name]" use="@name"/>
  <xsl:key name="fragment" match="fragment" use="@of"/>

  <xsl:template match="envelope" mode="contents">
    <xsl:for-each select="xs:schema/*[@name]"><li><a href="#{local-name()}.{@name}"><code><xsl:value-of select="@name"/></code></a></li></xsl:for-each>
  </xsl:template>

  <xsl:template match="envelope" mode="page">
    <p><code><xsl:value-of select="xs:schema/@targetNamespace"/></code> · <a href="{$up}schema/report.xsd">report.xsd</a></p>
    <xsl:apply-templates select="xs:schema/*[@name]" mode="page"/>
  </xsl:template>

  <xsl:template match="xs:schema/*" mode="page">
    <xsl:variable name="id" select="concat(local-name(), '.', @name)"/>
    <xsl:variable name="parts" select=".//xs:element | .//xs:attribute | .//xs:group[@ref] | .//xs:attributeGroup[@ref]"/>
    <h2 id="{$id}">
      <code><xsl:value-of select="@name"/></code>
      <small><xsl:text> </xsl:text><xsl:call-template name="word"><xsl:with-param name="name" select="local-name()"/></xsl:call-template></small>
    </h2>
    <xsl:for-each select="xs:annotation/xs:documentation[@xml:lang = $lang]"><p><xsl:value-of select="."/></p></xsl:for-each>
    <xsl:if test="self::xs:simpleType | *//xs:extension[not(ancestor::xs:element)]"><dl class="facts"><xsl:call-template name="facets"/></dl></xsl:if>
    <xsl:if test="$parts">
      <div class="scroll" tabindex="0" role="region" aria-labelledby="{$id}">
        <table class="list">
          <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'name|kind|type|occurs|meaning|'"/></xsl:call-template></tr></thead>
          <tbody><xsl:apply-templates select="$parts" mode="part"/></tbody>
        </table>
      </div>
    </xsl:if>
    <xsl:if test="self::xs:element"><xsl:call-template name="fragment"/></xsl:if>
    <xsl:if test=".//xs:element[key('fragment', @name)]">
      <h3 id="{$id}.example"><xsl:call-template name="word"><xsl:with-param name="name" select="'example'"/></xsl:call-template></h3>
      <xsl:for-each select=".//xs:element[@name]"><xsl:call-template name="fragment"/></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="fragment">
    <xsl:for-each select="key('fragment', @name)"><pre tabindex="0" lang="zh-CN"><code><xsl:value-of select="."/></code></pre></xsl:for-each>
  </xsl:template>

  <xsl:template match="xs:element | xs:attribute | xs:group | xs:attributeGroup" mode="part">
    <tr>
      <th scope="row"><code><xsl:value-of select="concat(substring('@', 1, boolean(self::xs:attribute) * 1), @name, @ref)"/></code></th>
      <td><xsl:call-template name="word"><xsl:with-param name="name" select="local-name()"/></xsl:call-template></td>
      <td><xsl:call-template name="type"><xsl:with-param name="name" select="concat(@type, @ref)"/></xsl:call-template></td>
      <td><xsl:call-template name="occurs"/></td>
      <td>
        <xsl:variable name="own" select="xs:annotation/xs:documentation[@xml:lang = $lang]"/>
        <xsl:value-of select="$own"/>
        <xsl:if test="not($own)"><xsl:value-of select="key('component', concat(@type, @ref))/xs:annotation/xs:documentation[@xml:lang = $lang]"/></xsl:if>
        <xsl:if test="xs:simpleType"><dl class="facts"><xsl:for-each select="xs:simpleType"><xsl:call-template name="facets"/></xsl:for-each></dl></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="type">
    <xsl:param name="name"/>
    <xsl:variable name="found" select="key('component', $name)[1]"/>
    <xsl:choose>
      <xsl:when test="$found"><a href="#{local-name($found)}.{$name}"><code><xsl:value-of select="$name"/></code></a></xsl:when>
      <xsl:when test="$name != ''"><code><xsl:value-of select="$name"/></code></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="types">
    <xsl:param name="names"/>
    <xsl:variable name="first" select="substring-before(concat($names, ' '), ' ')"/>
    <xsl:call-template name="type"><xsl:with-param name="name" select="$first"/></xsl:call-template>
    <xsl:if test="contains($names, ' ')">
      <xsl:text> | </xsl:text>
      <xsl:call-template name="types"><xsl:with-param name="names" select="substring-after($names, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="occurs">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@maxOccurs = 'unbounded' or ancestor::xs:choice[@maxOccurs = 'unbounded']">many</xsl:when>
        <xsl:when test="@minOccurs = '0' or (self::xs:attribute and not(@use = 'required'))">optional</xsl:when>
        <xsl:when test="self::xs:element | self::xs:attribute">needed</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$name != ''"><xsl:call-template name="word"><xsl:with-param name="name" select="string($name)"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- what a simple type takes -->
  <xsl:template name="facets">
    <xsl:for-each select="xs:restriction/@base | xs:union/@memberTypes | xs:simpleContent/xs:extension/@base">
      <div><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'base'"/></xsl:call-template></dt>
        <dd><xsl:call-template name="types"><xsl:with-param name="names" select="string(.)"/></xsl:call-template></dd></div>
    </xsl:for-each>
    <xsl:if test="xs:restriction/xs:enumeration">
      <div><dt><xsl:call-template name="word"><xsl:with-param name="name" select="'values'"/></xsl:call-template></dt>
        <dd><xsl:for-each select="xs:restriction/xs:enumeration"><xsl:if test="position() != 1">, </xsl:if><code><xsl:value-of select="@value"/></code></xsl:for-each></dd></div>
    </xsl:if>
    <xsl:for-each select="xs:restriction/*[not(self::xs:enumeration)][@value]">
      <div><dt>
        <xsl:choose>
          <xsl:when test="self::xs:pattern"><xsl:call-template name="word"><xsl:with-param name="name" select="'pattern'"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="local-name()"/></xsl:otherwise>
        </xsl:choose></dt>
        <dd><code><xsl:value-of select="@value"/></code></dd></div>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
