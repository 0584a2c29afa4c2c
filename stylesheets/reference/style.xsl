<?xml version="1.0" encoding="UTF-8"?>
<!-- The look of the pages of the standard, as a file of its own: that of all public pages, and what only these have. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="../style.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:call-template name="style"/>
    .reference header { padding-bottom: 1rem; border-bottom: 1px solid var(--hair); } .reference h1 { margin: 0; } .series { margin: 0; text-align: center; text-indent: 0; font: .95rem/1.7 var(--hei); color: var(--soft); }
    .reference p { text-indent: 0; text-align: left; } .reference header p { text-align: center; } .reference nav { max-height: 96vh; overflow-y: auto; } .reference nav [aria-current] { font-weight: 700; color: var(--ink); }
    .reference small { font: .875rem var(--hei); color: var(--soft); } code { font: .875em/1.5 ui-monospace, Consolas, "Liberation Mono", monospace; }
    .form th code { display: block; color: var(--soft); font-size: .75rem; overflow-wrap: anywhere; } pre { white-space: pre-wrap; margin: .5rem 0 1rem; padding: .6rem .9rem; overflow: auto; max-height: 30rem; background: var(--ground); border: 1px solid var(--hair); line-height: 1.5; }
    .list { font-family: var(--hei); } .list th, .list td { text-align: left; vertical-align: top; } .list thead th { background: var(--ground); font-weight: 700; } .list p { margin: 0; } .list .short { white-space: nowrap; }
    .list .digest { font-size: .7rem; overflow-wrap: anywhere; } .list td { overflow-wrap: anywhere; } td.error { color: var(--red); font-weight: 700; } td.corner { text-align: center; }
    .deep1 { padding-left: 1.2rem; } .deep2 { padding-left: 2.2rem; } .deep3 { padding-left: 3.2rem; }
    .facts { margin: .3rem 0 1rem; font: .95rem/1.7 var(--hei); } .facts dt { color: var(--soft); } .facts dd { min-width: 0; } .facts dd p { margin: 0; } .cases { margin: 0; padding: 0; list-style: none; } .cases li { display: inline-block; margin-right: 1rem; min-height: 24px; }
    [id] { scroll-margin-top: 1rem; } [id]:target { background: #fdf3c4; }
    @media (max-width: 760px) { .reference nav { max-height: none; } .facts div { display: block; } }
  </xsl:template>
</xsl:stylesheet>
