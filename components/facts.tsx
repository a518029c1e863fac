import {Fragment, type ReactNode} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {DateText, Fact, SourceLink, FactValue as Value} from '#lib/content/fact.ts'
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

/** The way to a source in the list of sources on the same page. `number` counts from 1. */
function Citation({number, locale}: {number: number; locale: Locale}) {
  return (
    <a className="citation" href={`#source-${number}`}>
      <span className="visually-hidden">{messagesIn(locale).networkPage.source} </span>
      {number}
    </a>
  )
}

/**
 * What qualifies a value: in brackets notes, source and caveats, then an editor's remark. A source that the page
 * lists anyway (`cited`, ids in the list's order) is cited by its number there.
 */
function Notes({value, locale, cited}: {value: Value; locale: Locale; cited: readonly string[]}) {
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

export function FactValue({
  value,
  locale,
  cited = [],
}: {
  value: Value
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
      <Notes value={value} locale={locale} cited={cited} />
    </>
  )
}

/** Facts as label and values. Nothing at all when there are none: no empty list, no empty label. */
export function Facts({facts, locale, edit}: {facts: Fact[]; locale: Locale; edit: EditAttribute}) {
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(({key, label, values}) => (
        <div key={key}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value.key} data-sanity={value.edit && edit(value.edit, value.edit.path)}>
              <FactValue value={value} locale={locale} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
