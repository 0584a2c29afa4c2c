<?xml version="1.0" encoding="UTF-8"?>
<!-- The same reference as plain Markdown, to be read in a repository. Input: as for page.xsl. Parameters: page (form: all editions, codes), lang. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="page" select="'form'"/>
  <xsl:param name="edition"/>
  <xsl:param name="lang" select="'en'"/>

  <xsl:key name="word" match="words/word" use="@name"/>
  <xsl:variable name="break" select="'&#10;'"/>

  <xsl:template name="word">
    <xsl:param name="name"/>
    <xsl:value-of select="key('word', $name)/@*[name() = $lang]"/>
    <xsl:if test="not(key('word', $name))"><xsl:value-of select="$name"/></xsl:if>
  </xsl:template>

  <xsl:template match="/reference">
    <xsl:value-of select="concat('&lt;!-- Written from the schema by `make docs`; do not edit. --&gt;', $break, '# ')"/>
    <xsl:call-template name="word"><xsl:with-param name="name" select="$page"/></xsl:call-template>
    <xsl:value-of select="concat(' · ', @release, $break)"/>
    <xsl:choose>
      <xsl:when test="$page = 'codes'"><xsl:apply-templates select="codes"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($break, '`', @namespace, '` (`report.xsd`)', $break)"/>
        <xsl:apply-templates select="edition"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a line of a table: the head of it, names of words each followed by a bar -->
  <xsl:template name="heads">
    <xsl:param name="names"/>
    <xsl:param name="left" select="$names"/>
    <xsl:param name="rule" select="'|'"/>
    <xsl:choose>
      <xsl:when test="$left = ''"><xsl:value-of select="concat('|', $break, $rule, $break)"/></xsl:when>
      <xsl:otherwise>
        <xsl:if test="$left = $names"><xsl:value-of select="$break"/></xsl:if>
        <xsl:text>| </xsl:text>
        <xsl:call-template name="word"><xsl:with-param name="name" select="substring-before($left, '|')"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="heads">
          <xsl:with-param name="names" select="$names"/>
          <xsl:with-param name="left" select="substring-after($left, '|')"/>
          <xsl:with-param name="rule" select="concat($rule, ' --- |')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a cell of a line, in which a bar is no border -->
  <xsl:template name="cell">
    <xsl:param name="text"/>
    <xsl:param name="mark"/>
    <xsl:text>| </xsl:text>
    <xsl:if test="string($text) != ''">
      <xsl:value-of select="$mark"/>
      <xsl:call-template name="escaped"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      <xsl:value-of select="concat($mark, ' ')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:value-of select="substring-before(concat($text, '|'), '|')"/>
    <xsl:if test="contains($text, '|')">
      <xsl:text>\|</xsl:text>
      <xsl:call-template name="escaped"><xsl:with-param name="text" select="substring-after($text, '|')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="name"/>
    <xsl:value-of select="concat($break, '### ')"/>
    <xsl:call-template name="word"><xsl:with-param name="name" select="$name"/></xsl:call-template>
    <xsl:value-of select="$break"/>
  </xsl:template>

  <!-- forms -->

  <xsl:template match="edition">
    <xsl:value-of select="concat($break, '## ', @name, $break, $break, form/instrument/@number, ' · ', @from, '–', @to, ' · `', @namespace, '`', $break)"/>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'chapters'"/></xsl:call-template>
    <xsl:call-template name="heads"><xsl:with-param name="names" select="'key|number|heading|kind|required|table|'"/></xsl:call-template>
    <xsl:for-each select="form/chapter">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@key"/><xsl:with-param name="mark" select="'`'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@number"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@title"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@kind"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="substring('yes', 1, 3 * (@required = 'true'))"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="table/@key"/><xsl:with-param name="mark" select="'`'"/></xsl:call-template>
      <xsl:value-of select="concat('|', $break)"/>
    </xsl:for-each>
    <xsl:apply-templates select="form/chapter/table"/>
    <xsl:call-template name="section"><xsl:with-param name="name" select="'relations'"/></xsl:call-template>
    <xsl:call-template name="heads"><xsl:with-param name="names" select="'key|code|basis|relation|equations|'"/></xsl:call-template>
    <xsl:for-each select="relation">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@id"/><xsl:with-param name="mark" select="'`'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@code"/><xsl:with-param name="mark" select="'`'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@basis"/></xsl:call-template>
      <xsl:text>| </xsl:text><xsl:apply-templates select="left"/> = <xsl:apply-templates select="right"/><xsl:text> </xsl:text>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@equations"/></xsl:call-template>
      <xsl:value-of select="concat('|', $break)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="left | right">
    <xsl:for-each select="term">
      <xsl:if test="position() != 1"> + </xsl:if>
      <xsl:value-of select="concat('`', @path, '`')"/>
      <xsl:if test="@year = 'last'"><xsl:call-template name="word"><xsl:with-param name="name" select="'last'"/></xsl:call-template></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="table">
    <xsl:value-of select="concat($break, '### `', @key, '`: ', @label, $break)"/>
    <xsl:call-template name="heads"><xsl:with-param name="names" select="'column|label|block|kind|unit|role|'"/></xsl:call-template>
    <xsl:for-each select=".//column">
      <xsl:variable name="label"><xsl:for-each select="ancestor::group"><xsl:value-of select="concat(@label, ' · ')"/></xsl:for-each><xsl:value-of select="@label"/></xsl:variable>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@key"/><xsl:with-param name="mark" select="'`'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="string($label)"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="ancestor::block/@label"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="concat(@kind, substring('count', 1, 5 * not(@kind)))"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@unit"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@role"/></xsl:call-template>
      <xsl:value-of select="concat('|', $break)"/>
    </xsl:for-each>
    <xsl:call-template name="heads"><xsl:with-param name="names" select="'row|label|role|'"/></xsl:call-template>
    <xsl:for-each select=".//row">
      <xsl:variable name="path"><xsl:for-each select="ancestor-or-self::row"><xsl:if test="position() != 1">.</xsl:if><xsl:value-of select="@key"/></xsl:for-each></xsl:variable>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="string($path)"/><xsl:with-param name="mark" select="'`'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@label"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@role"/></xsl:call-template>
      <xsl:value-of select="concat('|', $break)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- diagnostics -->

  <xsl:template match="codes">
    <xsl:value-of select="$break"/>
    <xsl:for-each select="word[@name = 'basis']"><xsl:value-of select="concat('- ', @is, ': ', @zh, ' · ', @en, $break)"/></xsl:for-each>
    <xsl:call-template name="heads"><xsl:with-param name="names" select="concat('code|basis|', profile[1]/@name, '|', profile[2]/@name, '|schematron|')"/></xsl:call-template>
    <xsl:for-each select="code">
      <xsl:value-of select="concat('| [`', @name, '`](#', translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), ') ')"/>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@basis"/></xsl:call-template>
      <xsl:for-each select="severity[position() &lt; 3]"><xsl:call-template name="cell"><xsl:with-param name="text" select="@is"/></xsl:call-template></xsl:for-each>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="substring('yes', 1, 3 * (@schematron = 'yes'))"/></xsl:call-template>
      <xsl:value-of select="concat('|', $break)"/>
    </xsl:for-each>
    <xsl:for-each select="code">
      <xsl:value-of select="concat($break, '## ', @name, $break, $break)"/>
      <xsl:for-each select="message">
        <xsl:value-of select="concat('- ', @lang, ': ', ., $break)"/>
        <xsl:for-each select="../advice[@lang = current()/@lang][string() != '']"><xsl:value-of select="concat('  ', ., $break)"/></xsl:for-each>
        <xsl:for-each select="../clause[@lang = current()/@lang][string() != '']"><xsl:value-of select="concat('  (', ., ')', $break)"/></xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
