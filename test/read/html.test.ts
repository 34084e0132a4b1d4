// Pages: the text a browser shows, where it stands in the markup, and what the markup says about it.
import {describe, expect, test} from 'vitest'
import {readHtml} from '../../src/read/html/html.ts'
import {toOld} from '../../src/text/map.ts'

describe('text', () => {
  const cases: [label: string, markup: string, text: string][] = [
    ['blocks start lines', '<div>甲<p>乙</p>丙</div>丁', '甲\n乙\n丙\n丁'],
    ['inline elements do not', '<p><b>一、</b><span>总体</span>要求</p>', '一、总体要求'],
    ['line breaks, and empty lines between them', '甲<br>乙<br><br/>丙</br>丁', '甲\n乙\n\n丙\n丁'],
    ['white space collapses', '<p>  to  be\n done </p>\n\n<p>\t甲 </p>', 'to be done\n甲'],
    ['a wrapped line of Chinese has no space in it', '<p>各乡镇\n  人民政府</p>', '各乡镇人民政府'],
    ['a space between Chinese words stays', '<p>王 某</p><p>甲&nbsp;&nbsp;乙</p>', '王 某\n甲\u00a0\u00a0乙'],
    ['references', '&lt;办法&gt; &#31532;&#x4E00;条 A&amp;B &bogus; 5&nbsp;%', '<办法> 第一条 A&B &bogus; 5\u00a0%'],
    ['white space as a reference collapses too', '<p>甲&#32;&#10;&#9;乙</p>', '甲 乙'],
    ['preformatted text', '<pre>第一条  甲\r\n  第二条</pre>', '第一条  甲\n  第二条'],
    ['white-space: pre-wrap', '<div style="white-space: pre-wrap">甲\n乙</div>', '甲\n乙'],
    [
      'lines before paragraphs in tags stay lines',
      '文号：某政发〔2026〕3号\n主题：教育\n<p>各县：</p><p>甲\n乙</p>',
      '文号：某政发〔2026〕3号\n主题：教育\n各县：\n甲\n乙',
    ],
    ['lines of a page with a body do not', '甲\n乙<body>丙\n丁</body>', '甲乙\n丙丁'],
    ['cells of a row', '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙<td>丁</table>戊', '甲\t乙\n丙\t丁\n戊'],
    ['empty cells keep their place', '<table><tr><td>甲</td><td></td><td>乙</td></tr></table>', '甲\t\t乙'],
    ['a paragraph in a cell starts no line', '<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>', '甲\t乙'],
    [
      'a table that only lays out the page has no tabs',
      '<table><tr><td>&nbsp;</td><td>甲<p>乙</td></tr></table>',
      '\u00a0\n甲\n乙',
    ],
    [
      'tables in tables',
      '<table><tr><td>甲</td><td><table><tr><td>乙</td><td>丙</td></tr></table></td></tr></table>',
      '甲\n乙\t丙',
    ],
    ['list items', '<ul><li>甲<li>乙</ul>', '甲\n乙'],
    [
      'numbers of list items',
      '<ol><li>甲<ul><li>子</ul><li value=5>乙<li><p>丙</ol><ol type=a start=2><li>丁</ol>',
      '1. 甲\n子\n5. 乙\n6. 丙\nb. 丁',
    ],
    [
      'items numbered by hand',
      '<ol><li>1、甲<li>（二）乙<li>第三条 丙</ol><ol style="list-style-type: none"><li>丁</ol>',
      '1、甲\n（二）乙\n第三条 丙\n丁',
    ],
    ['raised digits', '10<sup>4</sup>m<sup>2</sup>，见<sup>[1]</sup>CO<sub>2</sub>', '10⁴m²，见[1]CO2'],
    ['unclosed elements', '<p>甲<p>乙<div>丙', '甲\n乙\n丙'],
    ['stray end tags', '甲</div></span>乙</p>丙</td>丁', '甲乙\n丙丁'],
    ['what stands behind the page', '<html><body>甲</body></html>乙', '甲乙'],
    ['a lone <', '<p>1 < 2，a<b', '1 < 2，a'],
    [
      'Word: number and dot in two spans',
      "<p><span lang=EN-US>1<span style='font:7pt'>&nbsp; </span></span><span>.地面整洁</span></p>",
      '1\u00a0 .地面整洁',
    ],
    [
      'Word: lists for old browsers',
      '<p><![if !supportLists]><span>一、</span><![endif]>目标<o:p></o:p></p>',
      '一、目标',
    ],
  ]
  for (const [label, markup, text] of cases) test(label, () => expect(readHtml(markup).text).toBe(text))
})

describe('left out', () => {
  const cases: [label: string, markup: string, text: string, omitted: [string, number][]][] = [
    [
      'scripts and styles',
      '甲<script>if(a<b)"</p>"</script><style>p{}</style>乙',
      '甲乙',
      [
        ['script', 13],
        ['style', 3],
      ],
    ],
    ['comments', '甲<!-- 乙 -->丙', '甲丙', [['comment', 3]]],
    ['a tag without an end', '<p>甲</p><p class="乙">丙<p class="丁</p>', '甲\n丙', [['unfinished-tag', 15]]],
    ['a tag cut off behind its slash', '<p>甲</p><br/', '甲', [['unfinished-tag', 4]]],
    ['a comment without an end', '甲<!-- 乙', '甲', [['comment', 2]]],
    ['conditional comments of Word', '甲<!--[if gte mso 9]><xml>乙</xml><![endif]-->丙', '甲丙', [['comment', 36]]],
    ['hidden by style', '甲<p style="color:red; display : none">乙<b>丙</b></p>丁', '甲\n丁', [['hidden', 2]]],
    ['hidden by attribute', '甲<div hidden>乙</div>丙', '甲\n丙', [['hidden', 1]]],
    ['hidden around blocks', '甲<div hidden><div>乙</div><p>丙</p></div>丁', '甲\n丁', [['hidden', 2]]],
    ['an empty script is not worth an entry', '甲<script src="a.js"></script>', '甲', []],
    [
      'readings above characters',
      '<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字',
      '汉字',
      [
        ['ruby', 1],
        ['ruby', 3],
        ['ruby', 1],
      ],
    ],
    ['choices of a form', '甲<select><option>乙<option>丙</select>', '甲', [['form', 2]]],
  ]
  for (const [label, markup, text, omitted] of cases)
    test(label, () => {
      const page = readHtml(markup)
      expect(page.text.trim()).toBe(text)
      expect(page.omitted.map(o => [o.reason, o.characters])).toEqual(omitted)
    })
  test('a document that waits for its script to be shown is shown', () =>
    expect(readHtml(`<p>加载中</p><div style="display:none"><p>${'各镇人民政府：'.repeat(9)}</p></div>`).text).toMatch(
      /各镇/,
    ))
  test('places are in the markup', () => {
    const markup = '甲<script>x()</script>乙'
    expect(readHtml(markup).omitted.map(o => markup.slice(o.start, o.end))).toEqual(['<script>x()'])
  })
  test('many of them are told as one', () => expect(readHtml('<!--a-->'.repeat(2000)).omitted).toHaveLength(500))
})

test('places: every character of the text leads to its own in the markup', () => {
  const markup = '<p>一、&lt;总体&gt;要求 </p>\n<table><tr><td>甲</td><td>乙 </td></tr></table>'
  const {text, map} = readHtml(markup)
  expect(text).toBe('一、<总体>要求\n甲\t乙')
  const at = (found: string): string => {
    const start = text.indexOf(found)
    const old = toOld(map, {start, end: start + found.length})
    return markup.slice(old.start, old.end)
  }
  expect([at('总体'), at('<'), at('要求'), at('甲'), at('乙')]).toEqual(['总体', '&lt;', '要求', '甲', '乙'])
})

describe('hints', () => {
  const hints = (markup: string): unknown[] => {
    const page = readHtml(markup)
    const slice = ({start, end}: {start: number; end: number}): string => page.text.slice(start, end)
    return page.hints.map(hint =>
      hint.kind === 'table'
        ? hint.rows.map(row =>
            row.map(
              c =>
                `${c.header ? '#' : ''}${c.parts.map(slice).join('|')}${c.rowSpan > 1 ? `↓${c.rowSpan}` : ''}${c.colSpan > 1 ? `→${c.colSpan}` : ''}`,
            ),
          )
        : hint.kind === 'heading'
          ? [`h${hint.level}`, slice(hint.span)]
          : hint.kind === 'furniture'
            ? [hint.reason, slice(hint.span)]
            : [],
    )
  }
  test('headings', () =>
    expect(hints('<h1>通知<br>标题</h1><h3> 一 </h3><h2></h2>')).toEqual([
      ['h1', '通知\n标题'],
      ['h3', '一'],
    ]))
  test('tables with a caption over all columns, spans, headers and paragraphs', () =>
    expect(
      hints(
        '<table><caption>表1</caption><thead><tr><td>项目</td><td colspan=2>目标</td></tr></thead><tbody><tr><th rowspan="2">绿化</th><td><p>甲</p><p>乙</p></td><td></td></tr><tr><td>丙</td><td>&nbsp;</td></tr></table>',
      ),
    ).toEqual([[['表1→3'], ['#项目', '#目标→2'], ['#绿化↓2', '甲|乙', ''], ['丙', '']]]))
  test('a span past the last row ends there', () =>
    expect(hints('<table><tr><td rowspan=99>甲</td><td>乙</td></tr></table>')).toEqual([[['甲', '乙']]]))
  test('tables for layout are none', () => {
    expect(hints('<table><tr><td>通知</td></tr><tr><td>正文</td></tr></table>')).toEqual([])
    expect(hints('<table role=presentation><tr><td>甲</td><td>乙</td></tr></table>')).toEqual([])
    expect(hints(`<table><tr><td>栏目</td><td>${'<p>正文'.repeat(20)}</td></tr></table>`)).toEqual([])
  })

  const links = (n: number): string => '<li><a href="/a">政务公开</a></li>'.repeat(n)
  const body = `<p>${'各镇人民政府要切实加强领导。'.repeat(20)}</p>`
  test('menus by name, by element and by their links', () => {
    expect(hints(`<div class="topNav"><a href="/">首页</a></div>${body}`)).toEqual([['navigation', '首页']])
    expect(hints(`<nav>栏目</nav>${body}`)).toEqual([['navigation', '栏目']])
    expect(hints(`<ul>${links(5)}</ul>${body}`)).toMatchObject([['navigation', /^政务公开/]])
  })
  test('share bars, tools and places', () =>
    expect(
      hints(
        `<div id="crumbs">位置：首页</div>${body}<p class=bdsharebuttonbox>分享</p><div class="page-tools"><a href="javascript:print()">打印</a></div>`,
      ),
    ).toEqual([
      ['breadcrumb', '位置：首页'],
      ['share', '分享'],
      ['toolbar', '打印'],
    ]))
  test('the head of a document is none, whatever its class', () => {
    expect(hints(`<div class="header"><p>清政发〔2024〕9号</p></div>${body}`)).toEqual([])
    expect(hints(`<div class="share"><h2>关于植树的通知</h2></div>${body}`)).toEqual([['h2', '关于植树的通知']])
    expect(hints(`<article><header>关于植树的通知</header>${body}</article>`)).toEqual([])
    expect(hints(`<div class="print_content">${body}</div>`)).toEqual([])
  })
  test('attached files and places on the page are no menu', () => {
    const files = Array.from({length: 6}, (_, i) => `<p><a href="/f/${i}.doc">附件${i}</a></p>`).join('')
    expect(hints(`${body}<div>${files}</div>`)).toEqual([])
    expect(hints(`<div>${'<p><a href="#c1">第一章</a></p>'.repeat(9)}</div>${body}`)).toEqual([])
  })
  test('a page of links alone keeps them', () => expect(hints(`<ul>${links(20)}</ul>`)).toEqual([]))
})

test('title and meta elements are properties', () =>
  expect(
    readHtml(
      '<title> 通知_\n 县政府 </title><meta name=PubDate content="2024-05-06"><meta charset=gbk><meta property="og:title" content="通知&amp;">',
    ).properties,
  ).toEqual([
    {name: 'title', value: '通知_ 县政府'},
    {name: 'PubDate', value: '2024-05-06'},
    {name: 'og:title', value: '通知&'},
  ]))
