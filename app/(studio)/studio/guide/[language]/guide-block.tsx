import {basename} from 'node:path'
import sharp from 'sharp'
import type {Block, Inline} from '#lib/guide/markdown.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {readPicture} from '../guide-files.ts'

/** `en.md` is the other language's page. Headings are on this one. */
const hrefOf = (href: string) => (href.endsWith('.md') ? `/studio/guide/${basename(href, '.md')}` : href)

function InlineText({part}: {part: Inline}) {
  if (typeof part === 'string') return part
  if (part.kind === 'code') return <code>{part.text}</code>
  const content = <Content parts={part.content} />
  if (part.kind === 'strong') return <strong>{content}</strong>
  if (part.kind === 'emphasis') return <em>{content}</em>
  return <a href={hrefOf(part.href)}>{content}</a>
}

const Content = ({parts}: {parts: Inline[]}) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
  parts.map((part, index) => <InlineText key={index} part={part} />)

/** With its size, so that a heading stays where its link led while pictures load. */
async function Picture({source, text, language}: {source: string; text: string; language: Locale}) {
  const file = basename(source)
  const {width, height} = await sharp(await readPicture(language, file)).metadata()
  return (
    // biome-ignore lint/performance/noImgElement: the pictures are small already; they need no image optimizer
    <img
      src={`/studio/guide/images/${language}/${file}`}
      alt={text}
      width={width}
      height={height}
      loading="lazy"
    />
  )
}

export function GuideBlock({block, language}: {block: Block; language: Locale}) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h1' : 'h2'
      return (
        <Heading id={block.id}>
          <Content parts={block.content} />
        </Heading>
      )
    }
    case 'picture':
      return <Picture source={block.source} text={block.text} language={language} />
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
            <li key={index}>
              <Content parts={item} />
            </li>
          ))}
        </List>
      )
    }
    default:
      return (
        <p>
          <Content parts={block.content} />
        </p>
      )
  }
}
