<?xml version="1.0" encoding="UTF-8"?>
<!--
  The fixed words of a page, in Chinese and English: data for report.xsl, nothing else. A word stands as |name=words|, without a
  quotation mark; the language of the report itself is Chinese in both.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="lang" select="'zh'"/>

  <xsl:variable name="words-zh"
    >|skip=跳到正文|trail=所在位置与相关页面|contents=本页目录|agency=报告机关|year=报告年度|period=统计期限|number=文号|published=公布日期|contact=联系方式|downloads=下载|attachments=附件|attachment=附件|file=文件|mark=、|notes=注|note=注|inferred=推定|label=标签|restatement=重述|waiver=豁免|zero=声明本表本年度无此项|becomes=→|reorganisation=机构改革|correction=更正|definition=口径调整|other=其他|colon=：|blank=空|findings=校验发现的问题|provenance=来源|source=源文件|digest=摘要（SHA-256）|schema=标准|untitled=未署名的报告|scroll=可左右滚动的表格：|to=至|by=，|stop=；|open=（|close=）|</xsl:variable>
  <xsl:variable name="words-en"
    >|skip=Skip to the report|trail=Where this is, and pages beside it|contents=On this page|agency=Agency|year=Year|period=Period|number=Document number|published=Published|contact=Contact|downloads=Downloads|attachments=Attachments|attachment=Attachment|file=File|mark=、|notes=Notes|note=Note|inferred=Inferred|label=Label|restatement=Restated|waiver=Waiver|zero=Declared: nothing of this table in the year|becomes=→|reorganisation=reorganisation|correction=correction|definition=change of definition|other=other|colon=: |blank=blank|findings=Findings|provenance=Origin|source=Source|digest=Digest (SHA-256)|schema=Standard|untitled=A report without title|scroll=Table that scrolls sideways: |to= to |by=, |stop=; |open= (|close=)|</xsl:variable>
  <!-- those of the language asked for stand first, and the first counts -->
  <xsl:variable name="words" select="concat(substring-after(concat('en:', $words-en), concat($lang, ':')), $words-zh)"/>

  <xsl:template name="word">
    <xsl:param name="name"/>
    <xsl:value-of select="substring-before(substring-after($words, concat('|', $name, '=')), '|')"/>
  </xsl:template>
</xsl:stylesheet>
