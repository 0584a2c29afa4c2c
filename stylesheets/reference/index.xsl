<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: what the standard is, its editions, and all files to take away. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="download" match="download" use="@kind"/>

  <xsl:template match="reference" mode="contents">
    <xsl:call-template name="content"><xsl:with-param name="name" select="'editions'"/></xsl:call-template>
    <xsl:call-template name="content"><xsl:with-param name="name" select="'downloads'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="reference" mode="page">
    <p><xsl:call-template name="word"><xsl:with-param name="name" select="'about'"/></xsl:call-template></p>
    <dl class="facts">
      <div>
        <dt><xsl:call-template name="word"><xsl:with-param name="name" select="'release'"/></xsl:call-template></dt>
        <dd><xsl:value-of select="@release"/></dd>
      </div>
      <div>
        <dt><xsl:call-template name="word"><xsl:with-param name="name" select="'namespace'"/></xsl:call-template></dt>
        <dd><code><xsl:value-of select="@namespace"/></code></dd>
      </div>
    </dl>
    <p><xsl:call-template name="word"><xsl:with-param name="name" select="'checking'"/></xsl:call-template></p>
    <pre tabindex="0"><code>xmllint --noout --schema schema/report.xsd report.xml</code></pre>
    <p><xsl:call-template name="word"><xsl:with-param name="name" select="'claiming'"/></xsl:call-template></p>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'editions'"/></xsl:call-template>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="editions">
      <table class="list">
        <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'edition|years|instrument|date|issuer|namespace|'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="edition">
            <xsl:sort select="position()" data-type="number" order="descending"/>
            <tr>
              <th scope="row"><a href="form-{@name}.html"><xsl:value-of select="@name"/></a></th>
              <td><xsl:call-template name="years"/></td>
              <td lang="zh-CN"><xsl:value-of select="form/instrument/@number"/></td>
              <td class="short"><xsl:value-of select="form/instrument/@date"/></td>
              <td lang="zh-CN"><xsl:value-of select="form/instrument/@issuer"/></td>
              <td><code><xsl:value-of select="@namespace"/></code></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'downloads'"/></xsl:call-template>
    <xsl:call-template name="files"><xsl:with-param name="kind" select="'bundle'"/></xsl:call-template>
    <xsl:call-template name="files"><xsl:with-param name="kind" select="'standard'"/></xsl:call-template>
    <xsl:call-template name="files"><xsl:with-param name="kind" select="'edition'"/></xsl:call-template>
    <xsl:call-template name="files"><xsl:with-param name="kind" select="'example'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="years">
    <xsl:value-of select="@from"/>
    <xsl:choose>
      <xsl:when test="@to = ''"><xsl:call-template name="word"><xsl:with-param name="name" select="'onward'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('–', @to)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="files">
    <xsl:param name="kind"/>
    <xsl:if test="key('download', $kind)">
      <div class="scroll" tabindex="0" role="region" aria-labelledby="files.{$kind}">
        <table class="list">
          <caption id="files.{$kind}"><xsl:call-template name="word"><xsl:with-param name="name" select="concat('kind-', $kind)"/></xsl:call-template></caption>
          <thead><tr><xsl:call-template name="heads"><xsl:with-param name="names" select="'file|size|digest|'"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="key('download', $kind)">
              <tr>
                <th scope="row"><a href="{$up}{@path}"><xsl:value-of select="@path"/></a></th>
                <td class="short"><xsl:value-of select="@size"/></td>
                <td><code class="digest"><xsl:value-of select="@sha256"/></code></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
