import {describe, expect, it} from 'vitest'
import {stripScripts} from '#lib/server/http/strip-scripts.ts'

describe('a visitor’s page', () => {
  it('loses every executable script and every script preload', () => {
    const html =
      '<!DOCTYPE html><html lang="cs"><head><link rel="preload" as="script" fetchPriority="low" href="/a.js"/>' +
      '<link rel="modulepreload" href="/b.js"><script src="/a.js" async=""></script></head>' +
      '<body><p>a</p><script>self.__next_f=self.__next_f||[]</script><script type="module">1</script></body></html>'
    expect(stripScripts(html)).toBe(
      '<!DOCTYPE html><html lang="cs"><head></head><body><p>a</p></body></html>',
    )
  })

  it('keeps data blocks, styles and everything else byte for byte', () => {
    const html =
      '<link rel="preload" as="style" href="/a.css"/><link rel="stylesheet" href="/a.css" data-precedence="next"/>' +
      '<script type="application/ld+json">{"name":"<\\/script>"}</script>' +
      '<script type="speculationrules">{"prefetch":[]}</script><!--$--><p title="a > b">č &amp; &nbsp;<br/></p>'
    expect(stripScripts(html)).toBe(html)
  })

  it('keeps text that only looks like a script', () => {
    const html =
      '<p title="<script>1</script>">&lt;script&gt;</p><!-- <script>2</script> --><textarea><script></textarea>'
    expect(stripScripts(html)).toBe(html)
  })

  it('loses a script that contains tags', () => {
    expect(stripScripts('<i>a</i><script>document.write("<p>x</p>")</script><b>c</b>')).toBe(
      '<i>a</i><b>c</b>',
    )
  })
})
