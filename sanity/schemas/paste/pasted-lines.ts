import {cleanText} from './clean-text.ts'
import {
  isBlock,
  isHeading,
  isHidden,
  isLayout,
  isNumbered,
  listLevel,
  type Marks,
  markedBy,
} from './pasted-element.ts'

/** A piece of text with one set of marks. */
export type Piece = Marks & {text: string}
type Kind = 'paragraph' | 'heading' | 'bullet'
/** A paragraph, a heading, or an item of a list. Later this is one block of Portable Text. */
export type Line = {kind: Kind; level: number; pieces: Piece[]}

type Context = Marks & {
  kind: Kind
  level: number
  pre: boolean
  /** In a cell, blocks follow each other on the line of the row. */
  cell: boolean
}

const top: Context = {kind: 'paragraph', level: 0, pre: false, cell: false}
const cellSeparator = ' | '

/** Reads the text of a copied page as lines. It keeps all text; it drops every format that the site can't show. */
export class LineReader {
  readonly lines: Line[] = []
  hasTable = false
  hasNumbers = false
  #line: Line | undefined

  read(body: Node): Line[] {
    this.#children(body, top)
    this.#end()
    return this.lines
  }

  #end() {
    this.#line = undefined
  }

  #children(node: Node, context: Context) {
    for (const child of node.childNodes) {
      if (child.nodeType === child.TEXT_NODE) this.#add(child.textContent ?? '', context)
      if (child.nodeType === child.ELEMENT_NODE) this.#element(child as HTMLElement, context)
    }
  }

  #element(element: HTMLElement, outer: Context) {
    if (isHidden(element)) return
    const context = {...outer, ...markedBy(element, outer)}
    const name = element.localName
    if (name === 'br') this.#break(context)
    else if (context.cell) this.#inCell(element, context)
    else if (name === 'table' && !isLayout(element)) this.#table(element, context)
    else if (name === 'ul' || name === 'ol') this.#list(element, context)
    else if (name === 'li' || listLevel(element)) this.#item(element, context)
    else if (context.kind === 'bullet' && isBlock(element)) this.#inItem(element, context)
    else if (isHeading(element)) this.#block(element, {...context, kind: 'heading', strong: false})
    else if (isBlock(element)) this.#block(element, {...context, pre: name === 'pre'})
    else this.#children(element, context)
  }

  #block(element: HTMLElement, context: Context) {
    this.#end()
    this.#children(element, context)
    this.#end()
  }

  #list(element: HTMLElement, context: Context) {
    this.#block(element, {...context, kind: 'bullet', level: context.level + 1})
  }

  #item(element: HTMLElement, context: Context) {
    this.hasNumbers ||= isNumbered(element)
    this.#block(element, {
      ...context,
      kind: 'bullet',
      level: listLevel(element) ?? Math.max(context.level, 1),
    })
  }

  /** A second paragraph of an item stays in the item, after a line break. */
  #inItem(element: HTMLElement, context: Context) {
    this.#break(context)
    this.#children(element, context)
  }

  #inCell(element: HTMLElement, context: Context) {
    if (isBlock(element)) this.#add(' ', context)
    this.#children(element, context)
    if (isBlock(element)) this.#add(' ', context)
  }

  #table(table: HTMLElement, context: Context) {
    this.hasTable = true
    for (const row of (table as HTMLTableElement).rows) {
      if (!row.textContent.trim()) continue
      const line: Context = {...context, kind: 'bullet', level: context.level + 1}
      this.#end()
      for (const [index, cell] of [...row.cells].entries()) {
        if (index > 0) this.#add(cellSeparator, line)
        this.#children(cell, {...line, ...markedBy(cell, line), cell: true})
      }
    }
    this.#end()
  }

  #break(context: Context) {
    const last = this.#line?.pieces.at(-1)
    if (!last || context.cell) return this.#add(' ', context)
    // Two line breaks in a row are how many programs write a new paragraph.
    if (last.text.endsWith('\n') && context.kind === 'paragraph') return this.#end()
    if (!last.text.endsWith('\n')) this.#push('\n', context)
  }

  #add(text: string, context: Context) {
    const lines = context.pre ? cleanText(text).split(/\r\n|[\r\n]/) : [cleanText(text)]
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#break(context)
      const collapsed = line.replace(/\s+/g, ' ')
      // White space between blocks, and after a line break, is not text.
      const kept =
        (this.#line?.pieces.at(-1)?.text.endsWith('\n') ?? true) ? collapsed.trimStart() : collapsed
      if (kept) this.#push(kept, context)
    }
  }

  #push(text: string, {kind, level, strong, em, link}: Context) {
    if (!this.#line) {
      this.#line = {kind, level, pieces: []}
      this.lines.push(this.#line)
    }
    this.#line.pieces.push({text, strong, em, link})
  }
}
