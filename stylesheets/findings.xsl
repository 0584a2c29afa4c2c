<?xml version="1.0" encoding="UTF-8"?>
<!--
  A page of findings with the tables of the report beside them. Input: the XML form of findings (govreport.validation.render.document),
  which brings every word; the tables are drawn by the built layout.xsl. No label, no row and no column stands here.
  A finding links to its cell, a marked cell to its finding; the page has no script and no address outside itself.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:govreport:report:1"
                exclude-result-prefixes="r">

  <xsl:include href="../schema/layout.xsl"/>
  <xsl:output method="html" encoding="UTF-8"/>

  <!-- every cell is looked at: it may have findings -->
  <xsl:variable name="plain" select="false()"/>
  <xsl:variable name="marked" select="false()"/>

  <xsl:key name="word" match="word" use="@name"/>
  <xsl:key name="shown" match="finding[@shown]" use="@shown"/>
  <xsl:key name="mark" match="r:note[@kind = 'mark']" use="concat(@table, '/', @row, '/', @column)"/>

  <!-- of several tables of a key the first counts: only that one is drawn -->
  <xsl:key name="drawn" match="r:chapter//*[namespace-uri() != namespace-uri(/findings/r:report)][parent::r:chapter or parent::r:section]" use="local-name()"/>

  <xsl:template match="/findings">
    <html lang="{@lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="@title"/></title>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body>
        <header class="{@verdict}">
          <h1><xsl:value-of select="@title"/></h1>
          <p><xsl:value-of select="summary"/></p>
        </header>
        <main>
          <section class="list" aria-labelledby="list">
            <h2 id="list"><xsl:value-of select="key('word', 'findings')"/></h2>
            <xsl:choose>
              <xsl:when test="fold"><ol><xsl:apply-templates select="fold"/></ol></xsl:when>
              <xsl:otherwise><p><xsl:value-of select="key('word', 'none')"/></p></xsl:otherwise>
            </xsl:choose>
          </section>
          <section class="tables" aria-labelledby="tables">
            <h2 id="tables"><xsl:value-of select="key('word', 'tables')"/></h2>
            <xsl:variable name="tables" select="r:report/r:chapter//*[generate-id() = generate-id(key('drawn', local-name())[1])]"/>
            <xsl:if test="not($tables)"><p><xsl:value-of select="key('word', 'no-tables')"/></p></xsl:if>
            <xsl:for-each select="$tables">
              <div class="sheet" id="table.{local-name()}" tabindex="0">
                <h3><xsl:value-of select="concat(ancestor::r:chapter/@number, ' ', ancestor::r:chapter/@title)"/></h3>
                <xsl:apply-templates select="." mode="layout"/>
              </div>
            </xsl:for-each>
          </section>
        </main>
        <footer>
          <h2><xsl:value-of select="key('word', 'stages')"/></h2>
          <ol class="stages"><xsl:apply-templates select="stage"/></ol>
          <h2><xsl:value-of select="key('word', 'versions')"/></h2>
          <dl><xsl:apply-templates select="version"/></dl>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="fold">
    <li class="{@severity}" id="{@id}">
      <xsl:if test="@waived"><xsl:attribute name="class">waived <xsl:value-of select="@severity"/></xsl:attribute></xsl:if>
      <p>
        <strong><xsl:value-of select="@said"/></strong><xsl:text> </xsl:text><code><xsl:value-of select="@code"/></code><xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="count(finding) = 1">
            <xsl:apply-templates select="finding"><xsl:with-param name="text" select="@line"/></xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="@line"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:if test="count(finding) &gt; 1">
        <details>
          <summary><xsl:value-of select="key('word', 'cells')"/></summary>
          <ul>
            <xsl:for-each select="finding">
              <li><xsl:apply-templates select="."><xsl:with-param name="text" select="@place"/></xsl:apply-templates></li>
            </xsl:for-each>
          </ul>
        </details>
      </xsl:if>
      <p class="more"><xsl:value-of select="concat(key('word', 'advice'), finding[1]/advice)"/></p>
      <p class="more"><xsl:value-of select="concat(key('word', 'basis'), finding[1]/basis)"/></p>
      <xsl:if test="not(finding[1]/@table) and finding[1]/@path != ''">
        <p class="more"><xsl:value-of select="key('word', 'path')"/><code><xsl:value-of select="finding[1]/@path"/></code></p>
      </xsl:if>
      <xsl:if test="@waived"><p class="more"><xsl:value-of select="concat(key('word', 'waived'), @waived)"/></p></xsl:if>
    </li>
  </xsl:template>

  <!-- what is said of a finding, as a link to its cell or table where that is drawn; its keys stand in data attributes for programs -->
  <xsl:template match="finding">
    <xsl:param name="text"/>
    <span id="{@id}" data-code="{@code}">
      <xsl:for-each select="@table | @row | @column | @path | @line"><xsl:attribute name="data-{name()}"><xsl:value-of select="."/></xsl:attribute></xsl:for-each>
      <xsl:choose>
        <xsl:when test="@shown and key('drawn', @table)"><a href="#cell.{@shown}"><xsl:value-of select="$text"/></a></xsl:when>
        <xsl:when test="@table and key('drawn', @table)"><a href="#table.{@table}"><xsl:value-of select="$text"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- called by layout.xsl inside every data cell; the context is the table -->
  <xsl:template name="cell">
    <xsl:param name="row"/>
    <xsl:param name="column"/>
    <xsl:param name="value"/>
    <xsl:param name="unit"/>
    <xsl:variable name="place" select="concat(local-name(), '/', $row, '/', $column)"/>
    <xsl:variable name="findings" select="key('shown', $place)"/>
    <xsl:variable name="text">
      <xsl:choose>
        <xsl:when test="$value = 'NA' and key('mark', $place)"><xsl:value-of select="key('mark', $place)[1]"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="string($unit) != ''"><xsl:value-of select="concat(' ', $unit)"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$findings">
        <!-- findings come with errors first, so that the first is the gravest -->
        <xsl:attribute name="class"><xsl:value-of select="$findings[1]/../@severity"/></xsl:attribute>
        <xsl:attribute name="id">cell.<xsl:value-of select="$place"/></xsl:attribute>
        <a href="#{$findings[1]/@id}" title="{$findings[1]/message}">
          <xsl:if test="$text = ''"><xsl:attribute name="aria-label"><xsl:value-of select="key('word', 'blank')"/></xsl:attribute></xsl:if>
          <xsl:value-of select="$text"/>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="stage">
    <li class="{@state}"><xsl:value-of select="."/></li>
  </xsl:template>

  <xsl:template match="version">
    <dt><xsl:value-of select="@name"/></dt>
    <dd><code><xsl:value-of select="."/></code></dd>
  </xsl:template>

  <xsl:template name="style">
    body { margin: 0; font: 15px/1.6 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a; background: #fff; }
    header { padding: 12px 24px; border-left: 8px solid #595959; background: #f4f4f4; }
    header.accepted { border-color: #1b6e3c; } header.rejected { border-color: #a4161a; } header.undetermined { border-color: #7a4b00; }
    h1 { font-size: 20px; margin: 0; } h2 { font-size: 17px; } h3 { font-size: 15px; margin: 16px 0 6px; }
    main { display: grid; grid-template-columns: minmax(300px, 2fr) minmax(0, 5fr); gap: 24px; padding: 0 24px; }
    .list { position: sticky; top: 0; max-height: 100vh; overflow: auto; }
    .list ol { padding-left: 1.6em; } .list p { margin: 0; overflow-wrap: anywhere; } .list .more { font-size: 13px; color: #444; }
    .list li { margin-bottom: 10px; }
    .error strong { color: #a4161a; } .warning strong { color: #7a4b00; } .info strong { color: #0b4f8a; } .waived, .waived strong, .list .waived .more { color: #595959; }
    .sheet { overflow-x: auto; } table { border-collapse: collapse; font-size: 13px; } th, td { border: 1px solid #767676; padding: 3px 6px; }
    th { font-weight: normal; background: #f4f4f4; } th.label, caption { text-align: left; } td { text-align: right; min-width: 2.5em; }
    td.error { background: #fbdfe0; } td.warning { background: #fdeccb; } td.info { background: #dcebfa; }
    td a { display: block; min-height: 1.4em; color: inherit; } :target { outline: 3px solid #0b4f8a; outline-offset: -1px; }
    footer { padding: 0 24px 24px; font-size: 13px; } dt { float: left; clear: left; margin-right: 1em; } dd { margin: 0; overflow-wrap: anywhere; }
    @media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr); } .list { position: static; max-height: none; } }
    @media print { main { display: block; } .list { position: static; max-height: none; } }
  </xsl:template>
</xsl:stylesheet>
