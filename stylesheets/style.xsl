<?xml version="1.0" encoding="UTF-8"?>
<!-- The look of public pages: one style for all of them. No greater-than sign stands in it, so that it reads the same however it is written out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="style">
    :root { --ink: #1f1f1f; --soft: #4d4d4d; --line: #8c8c8c; --hair: #d9d9d9; --paper: #fff; --ground: #f5f5f2; --red: #9e1b1b; --link: #0b4f8a;
      --song: "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, STSong, serif; --hei: "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", SimHei, "Microsoft YaHei", "PingFang SC", sans-serif;
      --body: FangSong, FangSong_GB2312, STFangsong, "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1.125rem/1.9 var(--body); overflow-wrap: anywhere; }
    a { color: var(--link); } a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -200vw; padding: .5em 1em; background: var(--paper); } .skip:focus { left: 0; top: 0; z-index: 3; }
    header, .page, footer { max-width: 1200px; margin: 0 auto; padding: 0 1.5rem; background: var(--paper); }
    header { padding-top: 2.5rem; border-top: 6px solid var(--red); text-align: center; }
    h1 { margin: 0 0 1.25rem; color: var(--red); font: 700 1.9rem/1.4 var(--song); text-wrap: balance; }
    .particulars { display: flex; flex-wrap: wrap; justify-content: center; gap: .1rem 2rem; margin: 0; padding: .75rem 0; border-block: 1px solid var(--hair); font: .9rem/1.7 var(--hei); color: var(--soft); }
    dl div { display: flex; gap: .6em; } dt { flex: none; } dt::after { content: "\FF1A"; } dd { margin: 0; }
    .page { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 2.5rem; padding-top: 2rem; padding-bottom: 3rem; }
    nav { position: sticky; top: 1rem; align-self: start; font: .95rem/1.6 var(--hei); } nav h2 { margin: 0 0 .5rem; font: 700 1rem var(--hei); }
    nav ol, nav ul { margin: 0 0 1.5rem; padding: 0; list-style: none; border-left: 2px solid var(--hair); } nav li { padding: .3rem 0 .3rem .8rem; }
    nav a { display: inline-block; min-height: 24px; text-decoration: none; } nav a:hover { text-decoration: underline; }
    nav.trail { position: static; text-align: left; } nav.trail ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin: 0 0 1rem; border: 0; } nav.trail li { padding: .1rem 0; }
    .remark { margin: .3rem 0; text-indent: 0; text-align: center; font: .9rem/1.7 var(--hei); color: var(--soft); }
    main:focus { outline: none; }
    main h2 { margin: 2.2rem 0 .8rem; font: 700 1.35rem/1.5 var(--hei); } main section:first-child h2 { margin-top: 0; }
    h3 { margin: 1.4rem 0 .4rem; font: 700 1.15rem/1.6 KaiTi, KaiTi_GB2312, STKaiti, var(--song); } h4, h5, h6 { margin: 1rem 0 .3rem; font: 700 1.075rem/1.7 var(--body); }
    p { margin: 0 0 .5rem; text-indent: 2em; text-align: justify; } .file, .attachment-mark, .undrawn, .findings p { text-indent: 0; }
    .attachment { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--hair); } .attachment h2 { text-align: center; margin-top: .5rem; } .attachment-mark { font-family: var(--hei); }
    .scroll { overflow-x: auto; margin: 1rem 0; }
    table { width: 100%; border-collapse: collapse; font: .875rem/1.5 var(--song); background: var(--paper); }
    caption { padding: .4rem 0; font: 700 1rem var(--hei); text-align: center; }
    th, td { padding: .35rem .45rem; border: 1px solid var(--line); font-weight: 400; overflow-wrap: normal; }
    th { text-align: center; } th.label { min-width: 5em; text-align: left; } th.title { background: var(--ground); font-weight: 700; }
    td { min-width: 3em; text-align: center; font-variant-numeric: tabular-nums; } .grid td { min-width: 4em; text-align: left; }
    .unit { margin-left: .3em; } .notes { margin: 0 0 1rem; padding-left: 1.2em; font: .9rem/1.7 var(--hei); color: var(--soft); }
    .findings { margin-bottom: 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--line); font-family: var(--hei); font-size: .95rem; } .findings li.error { color: var(--red); }
    footer { padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--hair); font: .8rem/1.7 var(--hei); color: var(--soft); } footer h2 { margin: 0; font-size: .8rem; } footer dl { margin: 0; }
    @media (max-width: 760px) {
      body { font-size: 1.0625rem; } header, .page, footer { padding-left: 1rem; padding-right: 1rem; } h1 { font-size: 1.45rem; }
      .page { grid-template-columns: minmax(0, 1fr); gap: 1rem; padding-top: 1rem; } nav { position: static; }
      .particulars { flex-direction: column; align-items: flex-start; text-align: left; } caption { text-align: left; }
      .scroll table { width: max-content; min-width: 100%; } .scroll th { max-width: 9em; } .scroll th.head { max-width: 5em; } .form td { white-space: nowrap; }
      /* what heads several rows is written downwards, so that the labels leave room for the cells beside them */
      th[scope="rowgroup"] { writing-mode: vertical-rl; text-align: center; min-width: 0; padding: .35rem .2rem; }
      th[scope="row"] { position: sticky; left: 0; z-index: 1; background: var(--paper); box-shadow: inset -1px 0 var(--line), inset 1px 0 var(--line); }
    }
    @media print {
      @page { size: A4; margin: 22mm 18mm; }
      body, header, .page, footer { background: none; } body { font-size: 12pt; } nav, .skip { display: none; } .page { display: block; padding: 0; } header { border: 0; padding: 0; }
      .scroll { overflow: visible; } table { font-size: 8.5pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3, h4, h5, caption { break-after: avoid; } tbody tr:has(th.title), tbody tr:has(th.corner) { break-after: avoid; } .notes { break-before: avoid; } th, td { padding: 1.5pt 2pt; min-width: 0; }
      th.label, td, .grid td { min-width: 0; } .attachment { break-before: page; border: 0; } a { color: inherit; text-decoration: none; }
    }
  </xsl:template>
</xsl:stylesheet>
