import {Fragment, type ReactNode} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {DateText, Fact, FactValue, SourceLink} from '#lib/content/fact.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'

export function DateTime({text, machine}: DateText) {
  const words = typeset(text)
  return machine ? <time dateTime={machine}>{words}</time> : words
}

function Source({title, href}: SourceLink) {
  const words = <LangText {...title} />
  return href ? <a href={href}>{words}</a> : words
}

/** A link to an entry in the page's list of sources. `number` counts from 1. */
function Citation({number, locale}: {number: number; locale: Locale}) {
  return (
    <a className="citation" href={`#${messagesIn(locale).networkPage.source}-${number}`}>
      <span className="visually-hidden">{messagesIn(locale).networkPage.source} </span>
      {number}
    </a>
  )
}

/**
 * The qualifications of a value: notes, source and caveats in brackets, then an editor's remark. A source in
 * the page's list (`cited`: its ids in order) is cited by its number.
 */
function Qualifications({
  value,
  locale,
  cited,
}: {
  value: FactValue
  locale: Locale
  cited: readonly string[]
}) {
  const {notes, source, caveats = [], remark} = value
  const messages = messagesIn(locale)
  const parts: ReactNode[] = notes.map((each) => <LangText key={each.text} {...each} />)
  const number = source?.id ? cited.indexOf(source.id) + 1 : 0
  if (source && number === 0) {
    parts.push(
      <Fragment key="source">
        {messages.accordingTo} <Source {...source} />
      </Fragment>,
    )
  }
  parts.push(...caveats.map(typeset))
  if (parts.length === 0 && !remark && number === 0) return null
  return (
    <small>
      {parts.length > 0 && ' ('}
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
        <Fragment key={index}>
          {index > 0 && ', '}
          {part}
        </Fragment>
      ))}
      {parts.length > 0 && ')'}
      {remark && (
        <>
          {' – '}
          <LangText {...remark} />
        </>
      )}
      {number > 0 && (
        <>
          {'\u00a0'}
          <Citation number={number} locale={locale} />
        </>
      )}
    </small>
  )
}

export function FactText({
  value,
  locale,
  cited = [],
}: {
  value: FactValue
  locale: Locale
  cited?: readonly string[] | undefined
}) {
  const {date, kind, text, href} = value
  const words = text && <LangText {...text} />
  return (
    <>
      {date && <DateTime {...date} />}
      {date && (kind || words) && ' – '}
      {kind}
      {kind && words && ': '}
      {href ? <a href={href}>{words}</a> : words}
      <Qualifications value={value} locale={locale} cited={cited} />
    </>
  )
}

/** A description list of facts. Renders nothing when there are none. */
export function Facts({facts, locale, edit}: {facts: Fact[]; locale: Locale; edit: EditAttribute}) {
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(({key, label, values}) => (
        <div key={key}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value.key} data-sanity={value.edit && edit(value.edit, value.edit.path)}>
              <FactText value={value} locale={locale} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
