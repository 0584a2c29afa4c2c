<?xml version="1.0" encoding="UTF-8"?>
<!-- An edition of the form: chapters, every table as printed with keys and an example, rows, columns, relations. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="example" match="example/cell" use="concat(../../@name, '/', ../@table, '/', @row, '/', @column)"/>
  <xsl:key name="lines" match="example/lines" use="concat(../../@name, '/', ../@table)"/>
  <xsl:key name="layout" match="layout/table" use="concat(../@edition, '/', @key)"/>

  <xsl:template match="edition" mode="contents">
    <xsl:call-template name="content"><xsl:with-param name="name" select="'chapters'"/></xsl:call-template>
    <xsl:for-each select="form/chapter/table"><li><a href="#{@key}" lang="zh-CN"><xsl:call-template name="caption"/></a></li></xsl:for-each>
    <xsl:call-template name="content"><xsl:with-param name="name" select="'relations'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="caption">
    <xsl:if test="@name != @label"><xsl:value-of select="concat(@name, ' ')"/></xsl:if>
    <xsl:value-of select="@label"/>
  </xsl:template>

  <xsl:template match="edition" mode="page">
    <p>
      <span lang="zh-CN"><xsl:value-of select="form/instrument/@number"/></span>
      <xsl:text> · </xsl:text>
      <xsl:call-template name="word"><xsl:with-param name="name" select="'years'"/></xsl:call-template>
      <xsl:call-template name="word"><xsl:with-param name="name" select="'colon'"/></xsl:call-template>
      <xsl:call-template name="years"/>
      <xsl:text> · </xsl:text><code><xsl:value-of select="@namespace"/></code>
    </p>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'chapters'"/></xsl:call-template>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="chapters">
      <table class="list">
        <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'key|number|heading|kind|required|table|'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="form/chapter">
            <tr id="chapter.{@key}">
              <th scope="row"><code><xsl:value-of select="@key"/></code></th>
              <td lang="zh-CN"><xsl:value-of select="@number"/></td>
              <td lang="zh-CN"><xsl:value-of select="@title"/></td>
              <td><xsl:call-template name="word"><xsl:with-param name="name" select="concat('kind-', @kind)"/></xsl:call-template></td>
              <td><xsl:if test="@required = 'true'"><xsl:call-template name="word"><xsl:with-param name="name" select="'yes'"/></xsl:call-template></xsl:if></td>
              <td><xsl:for-each select="table"><a href="#{@key}"><code><xsl:value-of select="@key"/></code></a></xsl:for-each></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:apply-templates select="form/chapter/table" mode="page"/>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'relations'"/></xsl:call-template>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="relations">
      <table class="list">
        <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'key|relation|code|basis|equations|'"/></xsl:call-template></tr></thead>
        <tbody><xsl:apply-templates select="relation" mode="page"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="form/chapter/table" mode="page">
    <xsl:variable name="place" select="concat(ancestor::edition/@name, '/', @key)"/>
    <h2 id="{@key}"><span lang="zh-CN"><xsl:call-template name="caption"/></span><xsl:text> </xsl:text><code><xsl:value-of select="@key"/></code></h2>
    <p><xsl:call-template name="word"><xsl:with-param name="name" select="'drawn'"/></xsl:call-template></p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="{@key}" lang="zh-CN">
      <table class="form">
        <xsl:for-each select="key('layout', $place)">
          <xsl:if test="head/line"><thead><xsl:apply-templates select="head/line" mode="page"/></thead></xsl:if>
          <tbody><xsl:apply-templates select="body/line" mode="page"/></tbody>
        </xsl:for-each>
      </table>
    </div>
    <h3 id="{@key}.rows"><xsl:call-template name="word"><xsl:with-param name="name" select="'rows'"/></xsl:call-template></h3>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="{@key}.rows">
      <table class="list">
        <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'row|label|role|phrases|'"/></xsl:call-template></tr></thead>
        <tbody><xsl:apply-templates select=".//row" mode="page"/></tbody>
      </table>
    </div>
    <h3 id="{@key}.columns"><xsl:call-template name="word"><xsl:with-param name="name" select="'columns'"/></xsl:call-template></h3>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="{@key}.columns">
      <table class="list">
        <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'column|label|block|kind|unit|role|'"/></xsl:call-template></tr></thead>
        <tbody><xsl:apply-templates select=".//column" mode="page"/></tbody>
      </table>
    </div>
    <h3 id="{@key}.xml"><xsl:call-template name="word"><xsl:with-param name="name" select="'inxml'"/></xsl:call-template></h3>
    <pre tabindex="0" aria-labelledby="{@key}.xml" role="region"><code><xsl:value-of select="key('lines', $place)"/></code></pre>
  </xsl:template>

  <!-- the table as printed -->

  <xsl:template match="line" mode="page"><tr><xsl:apply-templates select="cell" mode="page"/></tr></xsl:template>

  <xsl:template match="cell" mode="page">
    <th class="{@kind}">
      <xsl:copy-of select="@colspan | @rowspan | @id | @scope"/>
      <xsl:value-of select="."/>
      <xsl:variable name="local"><xsl:call-template name="step"><xsl:with-param name="path" select="@row"/></xsl:call-template></xsl:variable>
      <xsl:if test="@column"><code><xsl:value-of select="@column"/></code></xsl:if>
      <xsl:if test="@row and not(@column)"><code><xsl:value-of select="$local"/></code></xsl:if>
    </th>
  </xsl:template>

  <xsl:template match="cell[@kind = 'corner']" mode="page">
    <td class="corner"><xsl:copy-of select="@colspan | @rowspan"/><xsl:value-of select="."/></td>
  </xsl:template>

  <xsl:template match="cell[@kind = 'data']" mode="page">
    <td>
      <xsl:copy-of select="@colspan | @rowspan | @headers"/>
      <xsl:value-of select="key('example', concat(ancestor::edition/@name, '/', ancestor::table/@key, '/', @row, '/', @column))/@value"/>
    </td>
  </xsl:template>

  <!-- the last step of a dotted path -->
  <xsl:template name="step">
    <xsl:param name="path"/>
    <xsl:choose>
      <xsl:when test="contains($path, '.')"><xsl:call-template name="step"><xsl:with-param name="path" select="substring-after($path, '.')"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$path"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- lists of rows, columns and relations -->

  <xsl:template name="path"><xsl:for-each select="ancestor-or-self::row"><xsl:if test="position() != 1">.</xsl:if><xsl:value-of select="@key"/></xsl:for-each></xsl:template>

  <xsl:template match="row" mode="page">
    <xsl:variable name="path"><xsl:call-template name="path"/></xsl:variable>
    <tr id="{ancestor::table/@key}.{$path}">
      <th scope="row" class="deep{count(ancestor::row)}"><code><xsl:value-of select="$path"/></code></th>
      <td lang="zh-CN"><xsl:value-of select="@label"/></td>
      <td><xsl:if test="@role"><code><xsl:value-of select="@role"/></code></xsl:if></td>
      <td lang="zh-CN"><xsl:for-each select="phrase"><xsl:if test="position() != 1"> / </xsl:if><xsl:value-of select="@text"/></xsl:for-each></td>
    </tr>
  </xsl:template>

  <xsl:template match="column" mode="page">
    <tr>
      <th scope="row"><code><xsl:value-of select="@key"/></code></th>
      <td lang="zh-CN"><xsl:for-each select="ancestor::group"><xsl:value-of select="concat(@label, ' · ')"/></xsl:for-each><xsl:value-of select="@label"/></td>
      <td lang="zh-CN"><xsl:value-of select="ancestor::block/@label"/></td>
      <td>
        <xsl:call-template name="word"><xsl:with-param name="name" select="concat('kind-', @kind, substring('count', 1, 5 * not(@kind)))"/></xsl:call-template>
      </td>
      <td lang="zh-CN"><xsl:value-of select="@unit"/></td>
      <td><xsl:if test="@role"><code><xsl:value-of select="@role"/></code></xsl:if></td>
    </tr>
  </xsl:template>

  <xsl:template match="relation" mode="page">
    <tr id="relation.{@id}">
      <th scope="row"><code><xsl:value-of select="@id"/></code></th>
      <td>
        <xsl:for-each select="text[@lang = $lang]"><p><xsl:value-of select="."/></p></xsl:for-each>
        <p lang="zh-CN"><xsl:apply-templates select="left" mode="labels"/> = <xsl:apply-templates select="right" mode="labels"/></p>
        <p><code><xsl:apply-templates select="left" mode="paths"/> = <xsl:apply-templates select="right" mode="paths"/></code></p>
      </td>
      <td><a href="codes.html#{@code}"><code><xsl:value-of select="@code"/></code></a></td>
      <td><xsl:call-template name="known"><xsl:with-param name="name" select="'basis'"/><xsl:with-param name="value" select="@basis"/></xsl:call-template></td>
      <td class="short"><xsl:value-of select="@equations"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="left | right" mode="labels">
    <xsl:for-each select="term"><xsl:if test="position() != 1"> + </xsl:if><xsl:value-of select="@label"/><xsl:call-template name="last"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="left | right" mode="paths">
    <xsl:for-each select="term"><xsl:if test="position() != 1"> + </xsl:if><xsl:value-of select="@path"/><xsl:call-template name="last"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="last"><xsl:if test="@year = 'last'"><xsl:call-template name="word"><xsl:with-param name="name" select="'last'"/></xsl:call-template></xsl:if></xsl:template>
</xsl:stylesheet>
