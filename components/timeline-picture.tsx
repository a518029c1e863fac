import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {TimelineFact} from '#lib/timeline/dated-facts.ts'
import type {Tick} from '#lib/timeline/layout.ts'
import {allEntries, type TimelineEntry, type TimelineView} from '#lib/timeline/timeline-view.ts'
import {LangText} from './lang-text.tsx'
import {TimelineLegend} from './timeline-legend.tsx'
import {GoesOn, Gradients, PieceMark} from './timeline-marks.tsx'

/** The empty SVG is a spacer with a width in percent. The content security policy forbids inline styles. */
function Label({fact: {title, details, row}}: {fact: TimelineFact}) {
  const {anchor, at} = row
  return (
    <div className={`words ${anchor}`}>
      <svg width={`${anchor === 'start' ? at : 100 - at}%`} height="1" aria-hidden="true" />
      <div>
        {[title, ...details].map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
          <span key={index}>
            <LangText {...line} />
          </span>
        ))}
      </div>
    </div>
  )
}

function FactRow({fact, edit}: {fact: TimelineFact; edit: EditAttribute}) {
  const {kind, row, value} = fact
  return (
    <div
      className={`fact ${kind} ${row.place}`}
      data-sanity={value.edit && edit(value.edit, value.edit.path)}
    >
      <Label fact={fact} />
      <svg className="marks" aria-hidden="true">
        {row.pieces.map((piece) => (
          <PieceMark key={piece.look + piece.from} piece={piece} kind={kind} />
        ))}
        {row.goesOn && <GoesOn at={Math.max(...row.pieces.map(({to}) => to))} />}
      </svg>
    </div>
  )
}

const YearLines = ({ticks}: {ticks: Tick[]}) => (
  <svg className="years" aria-hidden="true">
    {ticks.map(({year, at}) => (
      <line key={year} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
    ))}
  </svg>
)

/** Near an edge, the year is aligned to stay inside the picture. */
const anchorOf = (at: number) => (at < 7 ? 'start' : at > 93 ? 'end' : 'middle')

/** The sticky row of years, and the gradients for all marks. */
function Axis({ticks}: {ticks: Tick[]}) {
  return (
    <div className="axis">
      <svg height="1.9em" aria-hidden="true">
        <defs>
          <Gradients />
        </defs>
        {ticks.map(({year, at, isMinor}) => (
          <text
            key={year}
            className={isMinor ? 'minor' : undefined}
            x={`${at}%`}
            y="1.25em"
            textAnchor={anchorOf(at)}
          >
            {year}
          </text>
        ))}
      </svg>
    </div>
  )
}

function EntryPicture({
  entry,
  ticks,
  locale,
  edit,
}: {
  entry: TimelineEntry
  ticks: Tick[]
  locale: Locale
  edit: EditAttribute
}) {
  const {timeline} = messagesIn(locale)
  const {id, name, href, facts, edit: target} = entry
  return (
    <li>
      <h2 id={`${id}-name`}>
        <a href={href} data-sanity={edit(target, target.path)}>
          <LangText {...name} />
        </a>
      </h2>
      {/* Screen readers get one image here, and the same data in the table. */}
      <div className="picture" role="img" aria-labelledby={`${id}-name ${id}-picture`}>
        <span id={`${id}-picture`} hidden>
          {timeline.picture}
        </span>
        <YearLines ticks={ticks} />
        {facts.map((fact) => (
          <FactRow key={fact.key} fact={fact} edit={edit} />
        ))}
      </div>
    </li>
  )
}

export type TimelineProps = {view: TimelineView; locale: Locale; edit: EditAttribute}

/** SIMI and the networks one below the other, on one time scale. */
export function TimelinePicture({view, locale, edit}: TimelineProps) {
  const {timeline} = messagesIn(locale)
  const entries = allEntries(view)
  return (
    <>
      <figure className="timeline">
        <figcaption>
          <TimelineLegend entries={entries} locale={locale} />
        </figcaption>
        <Axis ticks={view.ticks} />
        <ol>
          {entries.map((entry) => (
            <EntryPicture key={entry.id} entry={entry} ticks={view.ticks} locale={locale} edit={edit} />
          ))}
        </ol>
      </figure>
      {view.undated.length > 0 && (
        <section>
          <h2>{timeline.undated}</h2>
          <ul className="link-list">
            {view.undated.map(({id, href, name, edit: target}) => (
              <li key={id}>
                <a href={href} data-sanity={edit(target, target.path)}>
                  <LangText {...name} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
