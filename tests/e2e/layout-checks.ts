import type {Page} from '@playwright/test'
import {expect} from './test.ts'

/** Runs in the browser. Finds text outside the window, or clipped by an element that does not scroll. */
function clippedTexts(): string[] {
  const problems: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    // Visually hidden text is clipped on purpose.
    if (
      !parent ||
      !node.textContent?.trim() ||
      parent.closest('.visually-hidden, .skip, script, style, title, desc')
    )
      continue
    if (!parent.checkVisibility({visibilityProperty: true})) continue
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue
      const inside = (box: {left: number; right: number}) =>
        rect.left >= box.left - 1 && rect.right <= box.right + 1
      const words = `"${node.textContent.slice(0, 40)}" in ${parent.tagName}.${parent.className}`
      if (!parent.closest('.scroll') && !inside({left: 0, right: innerWidth}))
        problems.push(`outside the window: ${words}`)
      for (let box: Element | null = parent; box; box = box.parentElement) {
        const isClipping =
          ['hidden', 'clip'].includes(getComputedStyle(box).overflowX) && box.tagName !== 'svg'
        if (isClipping && !inside(box.getBoundingClientRect())) problems.push(`clipped: ${words}`)
      }
    }
  }
  return [...new Set(problems)].slice(0, 5)
}

/** Only elements with their own scroll frame scroll sideways, and no visible text is clipped. */
export async function expectToFit(page: Page, where: string) {
  const width = page.viewportSize()?.width ?? 0
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width)
  expect(await page.evaluate(clippedTexts), where).toEqual([])
}

/** Runs in the browser. Finds words outside their box on the map, and boxes that overlap. */
function mapProblems(): string[] {
  const problems: string[] = []
  const boxes = [...document.querySelectorAll('.map .box')]
  const rects = boxes.map((box) => box.getBoundingClientRect())
  const range = document.createRange()
  for (const [index, box] of boxes.entries()) {
    const own = rects[index]
    if (!own) continue
    range.selectNodeContents(box)
    for (const word of range.getClientRects()) {
      const isInside =
        word.left >= own.left - 1 &&
        word.right <= own.right + 1 &&
        word.top >= own.top - 1 &&
        word.bottom <= own.bottom + 1
      if (!isInside) problems.push(`outside its box: ${box.textContent}`)
    }
    for (const [after, other] of rects.slice(index + 1).entries()) {
      const isSeparate =
        own.right <= other.left ||
        other.right <= own.left ||
        own.bottom <= other.top ||
        other.bottom <= own.top
      if (!isSeparate)
        problems.push(`overlap: ${box.textContent} and ${boxes[index + 1 + after]?.textContent}`)
    }
  }
  return problems.slice(0, 5)
}

export async function expectMapToFit(page: Page, where: string) {
  expect(await page.evaluate(mapProblems), where).toEqual([])
}
