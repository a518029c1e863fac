import {
  PortableText,
  type PortableTextBlockComponent,
  type PortableTextReactComponents,
} from '@portabletext/react'
import type {RichTextView} from '#lib/content/portable-text.ts'
import {safeUrl} from '#lib/parsing/safe-url.ts'
import {typesetPieces} from '#lib/typography/typeset.ts'

/** Level of the text's own headings: one below the heading above the text. */
export type HeadingLevel = 2 | 3 | 4

/** Every block that is not a heading is a paragraph, also with an unknown style. */
const blockAt = (level: HeadingLevel): PortableTextBlockComponent =>
  function Block({value, children}) {
    const Heading = `h${level}` as const
    return value.style === 'h3' ? <Heading>{children}</Heading> : <p>{children}</p>
  }

const components = (level: HeadingLevel): Partial<PortableTextReactComponents> => ({
  block: blockAt(level),
  list: ({children}) => <ul>{children}</ul>,
  listItem: ({children}) => <li>{children}</li>,
  marks: {
    link: ({value, children}) => {
      const href = safeUrl(value?.href)
      return href ? <a href={href}>{children}</a> : children
    },
  },
  unknownMark: ({children}) => children,
})

const typesetBlocks = (blocks: RichTextView['blocks']) =>
  blocks.map((block) => {
    const texts = typesetPieces(block.children.map(({text}) => text))
    return {...block, children: block.children.map((span, index) => ({...span, text: texts[index] ?? ''}))}
  })

export function RichText({
  blocks,
  lang,
  level,
  edit,
}: RichTextView & {level: HeadingLevel; edit?: string | undefined}) {
  return (
    <div className="prose" lang={lang} data-sanity={edit}>
      <PortableText value={typesetBlocks(blocks)} components={components(level)} onMissingComponent={false} />
    </div>
  )
}
