import {Fragment, type ReactNode} from 'react'
import type {EditAttribute} from '#lib/edit-attribute.ts'
import type {Locale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import type {DateText, Fact, FactValue, SourceLink} from '#lib/views/fact.ts'
import {LangText} from './lang-text.tsx'

export function DateTime({text, machine}: DateText) {
  return machine ? <time dateTime={machine}>{text}</time> : text
}

function Source({title, href}: SourceLink) {
  return href ? <a href={href}>{title}</a> : title
}

/** What qualifies a value: in brackets notes, source and caveats, then an editor's remark. */
function Notes({value, locale}: {value: FactValue; locale: Locale}) {
  const {notes, source, caveats = [], remark} = value
  const messages = messagesIn(locale)
  const parts: ReactNode[] = notes.map((each) => <LangText key={each.text} {...each} />)
  if (source) {
    parts.push(
      <Fragment key="source">
        {messages.accordingTo} <Source {...source} />
      </Fragment>,
    )
  }
  parts.push(...caveats)
  if (parts.length === 0 && !remark) return null
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
    </small>
  )
}

function Value({value, locale}: {value: FactValue; locale: Locale}) {
  const {date, kind, text, href} = value
  const words = text && <LangText {...text} />
  return (
    <>
      {date && <DateTime {...date} />}
      {date && (kind || words) && ' – '}
      {kind}
      {kind && words && ': '}
      {href ? <a href={href}>{words}</a> : words}
      <Notes value={value} locale={locale} />
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
              <Value value={value} locale={locale} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
