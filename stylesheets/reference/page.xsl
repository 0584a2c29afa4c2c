<?xml version="1.0" encoding="UTF-8"?>
<!--
  The pages of the standard. Input: <reference> (govreport.reference.source), which holds the files of the schema tree themselves and every
  fixed word. No label, no row and no column stands here. Parameters: page (index, form, envelope, codes), edition (of a form), lang (zh, en).
  Chinese pages lie beside the folders of files, English ones in en/.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="index.xsl"/>
  <xsl:include href="form.xsl"/>
  <xsl:include href="envelope.xsl"/>
  <xsl:include href="codes.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:param name="page" select="'index'"/>
  <xsl:param name="edition"/>
  <xsl:param name="lang" select="'zh'"/>

  <xsl:key name="word" match="words/word" use="@name"/>

  <!-- from a page to the files, and from a page to the same page in the other language -->
  <xsl:variable name="up" select="substring('../', 1, 3 * ($lang = 'en'))"/>
  <xsl:variable name="across" select="concat(substring('../', 1, 3 * ($lang = 'en')), substring('en/', 1, 3 * ($lang != 'en')))"/>
  <xsl:variable name="file">
    <xsl:value-of select="$page"/>
    <xsl:if test="$edition">-<xsl:value-of select="$edition"/></xsl:if>
    <xsl:text>.html</xsl:text>
  </xsl:variable>
  <xsl:variable name="heading">
    <xsl:call-template name="word"><xsl:with-param name="name" select="$page"/></xsl:call-template>
    <xsl:if test="$edition"><xsl:value-of select="concat(' ', $edition)"/></xsl:if>
  </xsl:variable>

  <xsl:template name="word">
    <xsl:param name="name"/>
    <xsl:variable name="word" select="key('word', $name)"/>
    <xsl:choose>
      <xsl:when test="$word"><xsl:value-of select="$word/@*[name() = $lang]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/reference">
    <xsl:variable name="title"><xsl:call-template name="word"><xsl:with-param name="name" select="'title'"/></xsl:call-template></xsl:variable>
    <html>
      <xsl:attribute name="lang"><xsl:value-of select="$lang"/><xsl:if test="$lang = 'zh'">-CN</xsl:if></xsl:attribute>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="concat($heading, ' · ', $title)"/></title>
        <link rel="stylesheet" href="{$up}style.css"/>
        <link rel="alternate" href="{$across}{$file}">
          <xsl:attribute name="hreflang"><xsl:choose><xsl:when test="$lang = 'en'">zh-CN</xsl:when><xsl:otherwise>en</xsl:otherwise></xsl:choose></xsl:attribute>
        </link>
      </head>
      <body class="reference">
        <a class="skip" href="#text"><xsl:call-template name="word"><xsl:with-param name="name" select="'skip'"/></xsl:call-template></a>
        <header>
          <p class="series"><xsl:value-of select="$title"/></p>
          <h1><xsl:value-of select="$heading"/></h1>
        </header>
        <div class="page">
          <nav aria-labelledby="pages">
            <h2 id="pages"><xsl:call-template name="word"><xsl:with-param name="name" select="'pages'"/></xsl:call-template></h2>
            <ul>
              <xsl:call-template name="entry"><xsl:with-param name="to" select="'index'"/></xsl:call-template>
              <xsl:for-each select="edition">
                <xsl:sort select="position()" data-type="number" order="descending"/>
                <xsl:call-template name="entry"><xsl:with-param name="to" select="'form'"/><xsl:with-param name="of" select="@name"/></xsl:call-template>
              </xsl:for-each>
              <xsl:call-template name="entry"><xsl:with-param name="to" select="'envelope'"/></xsl:call-template>
              <xsl:call-template name="entry"><xsl:with-param name="to" select="'codes'"/></xsl:call-template>
              <li>
                <a href="{$across}{$file}">
                  <xsl:attribute name="lang"><xsl:choose><xsl:when test="$lang = 'en'">zh-CN</xsl:when><xsl:otherwise>en</xsl:otherwise></xsl:choose></xsl:attribute>
                  <xsl:call-template name="word"><xsl:with-param name="name" select="'other'"/></xsl:call-template>
                </a>
              </li>
            </ul>
            <h2 id="contents"><xsl:call-template name="word"><xsl:with-param name="name" select="'contents'"/></xsl:call-template></h2>
            <ol aria-labelledby="contents">
              <xsl:choose>
                <xsl:when test="$page = 'form'"><xsl:apply-templates select="edition[@name = $edition]" mode="contents"/></xsl:when>
                <xsl:when test="$page = 'envelope'"><xsl:apply-templates select="envelope" mode="contents"/></xsl:when>
                <xsl:when test="$page = 'codes'"><xsl:apply-templates select="codes" mode="contents"/></xsl:when>
                <xsl:otherwise><xsl:apply-templates select="." mode="contents"/></xsl:otherwise>
              </xsl:choose>
            </ol>
          </nav>
          <main id="text" tabindex="-1">
            <xsl:choose>
              <xsl:when test="$page = 'form'"><xsl:apply-templates select="edition[@name = $edition]" mode="page"/></xsl:when>
              <xsl:when test="$page = 'envelope'"><xsl:apply-templates select="envelope" mode="page"/></xsl:when>
              <xsl:when test="$page = 'codes'"><xsl:apply-templates select="codes" mode="page"/></xsl:when>
              <xsl:otherwise><xsl:apply-templates select="." mode="page"/></xsl:otherwise>
            </xsl:choose>
          </main>
        </div>
        <footer>
          <p>
            <xsl:call-template name="word"><xsl:with-param name="name" select="'built'"/></xsl:call-template>
            <xsl:value-of select="concat(' ', @release)"/>
          </p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- a line of the list of pages -->
  <xsl:template name="entry">
    <xsl:param name="to"/>
    <xsl:param name="of"/>
    <li>
      <a href="{$to}{substring('-', 1, boolean($of) * 1)}{$of}.html">
        <xsl:if test="$page = $to and string($edition) = string($of)"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:call-template name="word"><xsl:with-param name="name" select="$to"/></xsl:call-template>
        <xsl:if test="$of"><xsl:value-of select="concat(' ', $of)"/></xsl:if>
      </a>
    </li>
  </xsl:template>

  <!-- a heading of the page and its line in the contents -->
  <xsl:template name="section">
    <xsl:param name="name"/>
    <h2 id="{$name}"><xsl:call-template name="word"><xsl:with-param name="name" select="$name"/></xsl:call-template></h2>
  </xsl:template>

  <xsl:template name="content">
    <xsl:param name="name"/>
    <li><a href="#{$name}"><xsl:call-template name="word"><xsl:with-param name="name" select="$name"/></xsl:call-template></a></li>
  </xsl:template>

  <!-- the heads of a list: names of words, each followed by a bar -->
  <xsl:template name="heads">
    <xsl:param name="names"/>
    <xsl:if test="$names != ''">
      <th scope="col"><xsl:call-template name="word"><xsl:with-param name="name" select="substring-before($names, '|')"/></xsl:call-template></th>
      <xsl:call-template name="heads"><xsl:with-param name="names" select="substring-after($names, '|')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="page"/>
  <xsl:template match="text()" mode="contents"/>
</xsl:stylesheet>
