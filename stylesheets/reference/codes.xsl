<?xml version="1.0" encoding="UTF-8"?>
<!-- The catalogue of diagnostics: what every code says, rests on and weighs, and the files of the suite that raise it or do not. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="known" match="codes/word" use="concat(@name, '/', @is)"/>
  <xsl:key name="case" match="conformance/case" use="@code"/>

  <!-- how a value of the catalogue reads -->
  <xsl:template name="known">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:variable name="word" select="key('known', concat($name, '/', $value))/@*[name() = $lang]"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)"><xsl:value-of select="$value"/></xsl:if>
  </xsl:template>

  <xsl:template match="codes" mode="contents">
    <xsl:call-template name="content"><xsl:with-param name="name" select="'rests'"/></xsl:call-template>
    <xsl:call-template name="content"><xsl:with-param name="name" select="'severities'"/></xsl:call-template>
    <xsl:call-template name="content"><xsl:with-param name="name" select="'codes'"/></xsl:call-template>
    <xsl:call-template name="content"><xsl:with-param name="name" select="'conversions'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="codes" mode="page">
    <xsl:call-template name="section"><xsl:with-param name="name" select="'rests'"/></xsl:call-template>
    <dl class="facts">
      <xsl:for-each select="word[@name = 'basis']"><div><dt><code><xsl:value-of select="@is"/></code></dt><dd><xsl:value-of select="@*[name() = $lang]"/></dd></div></xsl:for-each>
    </dl>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'severities'"/></xsl:call-template>
    <dl class="facts">
      <xsl:for-each select="profile"><div><dt><code><xsl:value-of select="@name"/></code></dt><dd><xsl:value-of select="@*[name() = $lang]"/></dd></div></xsl:for-each>
    </dl>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="severities">
      <table class="list">
        <thead><tr>
          <xsl:call-template name="heads"><xsl:with-param name="names" select="'code|basis|'"/></xsl:call-template>
          <xsl:for-each select="profile"><th scope="col"><code><xsl:value-of select="@name"/></code></th></xsl:for-each>
          <xsl:call-template name="heads"><xsl:with-param name="names" select="'schematron|'"/></xsl:call-template>
        </tr></thead>
        <tbody>
          <xsl:for-each select="code">
            <tr>
              <th scope="row"><a href="#{@name}"><code><xsl:value-of select="@name"/></code></a></th>
              <td><xsl:call-template name="known"><xsl:with-param name="name" select="'basis'"/><xsl:with-param name="value" select="@basis"/></xsl:call-template></td>
              <xsl:for-each select="severity"><td class="{@is}"><xsl:call-template name="known"><xsl:with-param name="name" select="'severity'"/><xsl:with-param name="value" select="@is"/></xsl:call-template></td></xsl:for-each>
              <td><xsl:if test="@schematron = 'yes'"><xsl:call-template name="word"><xsl:with-param name="name" select="'yes'"/></xsl:call-template></xsl:if></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'codes'"/></xsl:call-template>
    <p><xsl:call-template name="word"><xsl:with-param name="name" select="'params'"/></xsl:call-template></p>
    <xsl:apply-templates select="code" mode="page"/>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'conversions'"/></xsl:call-template>
    <ul class="cases"><xsl:apply-templates select="../conformance/conversion" mode="page"/></ul>
  </xsl:template>

  <xsl:template match="code" mode="page">
    <section aria-labelledby="{@name}">
      <h3 id="{@name}"><code><xsl:value-of select="@name"/></code></h3>
      <p><xsl:value-of select="message[@lang = $lang]"/></p>
      <xsl:if test="value">
        <ul class="values">
          <xsl:for-each select="value"><li><code>{<xsl:value-of select="@param"/>}</code><xsl:text> </xsl:text><xsl:value-of select="@*[name() = $lang]"/></li></xsl:for-each>
        </ul>
      </xsl:if>
      <dl class="facts">
        <xsl:call-template name="fact"><xsl:with-param name="name" select="'advice'"/><xsl:with-param name="value" select="advice[@lang = $lang]"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name" select="'clause'"/><xsl:with-param name="value" select="clause[@lang = $lang]"/></xsl:call-template>
        <xsl:if test="key('case', @name)">
          <div>
            <dt><xsl:call-template name="word"><xsl:with-param name="name" select="'cases'"/></xsl:call-template></dt>
            <dd>
              <xsl:for-each select="key('case', @name)/about[@lang = $lang]"><p><xsl:value-of select="."/></p></xsl:for-each>
              <ul class="cases"><xsl:for-each select="key('case', @name)/file"><li><a href="{$up}conformance/{@href}"><xsl:value-of select="@name"/></a></li></xsl:for-each></ul>
            </dd>
          </div>
        </xsl:if>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value) != ''">
      <div><dt><xsl:call-template name="word"><xsl:with-param name="name" select="$name"/></xsl:call-template></dt><dd><xsl:value-of select="$value"/></dd></div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="conversion" mode="page">
    <li>
      <code><xsl:value-of select="@name"/></code>
      <xsl:call-template name="word"><xsl:with-param name="name" select="'colon'"/></xsl:call-template>
      <xsl:value-of select="about[@lang = $lang]"/>
      <xsl:for-each select="file"><xsl:text> </xsl:text><a href="{$up}conformance/{@href}"><xsl:value-of select="@name"/></a></xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
