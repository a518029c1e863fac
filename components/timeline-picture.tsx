import {type EditAttribute, editNetworkName} from '#lib/content/edit-target.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {Tick} from '#lib/timeline/layout.ts'
import type {Look, Piece} from '#lib/timeline/marks.ts'
import type {TimelineFact, TimelineNetwork, TimelineView} from '#lib/timeline/timeline-view.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {FactText} from './facts.tsx'
import {LangText} from './lang-text.tsx'

type Kind = TimelineFact['kind']

/** The gradient of each look that fades. */
const fades: Partial<Record<Look, 'in' | 'out' | 'faint' | 'both'>> = {
  'fading-in': 'in',
  'fading-out': 'out',
  'fading-faintly': 'faint',
  about: 'both',
}

/** An event is a line with round ends: a day becomes a dot, and a year keeps its length. */
function PieceMark({piece: {from, to, look}, kind}: {piece: Piece; kind: Kind}) {
  const ends = {x1: `${from}%`, x2: `${to}%`, y1: '50%', y2: '50%'}
  if (look === 'certain' && kind === 'event') return <line className={look} {...ends} />
  // Hollow: a thinner line inside a line. Only a line keeps its round ends at zero length.
  if (look === 'doubtful')
    return (
      <>
        <line className={look} {...ends} />
        <line className="hollow" {...ends} />
      </>
    )
  const fade = fades[look]
  return (
    <rect
      className={look}
      {...(fade && {fill: `url(#${kind}-${fade})`})}
      x={`${from}%`}
      width={`${to - from}%`}
      y="50%"
      height="0.7em"
    />
  )
}

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
        {row.goesOn && (
          <svg
            x={`${Math.max(...row.pieces.map(({to}) => to))}%`}
            y="50%"
            overflow="visible"
            aria-hidden="true"
          >
            <path className="goes-on" d="M-1-7 9 0-1 7z" />
          </svg>
        )}
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
          {(['event', 'membership'] as const).flatMap((kind) =>
            Object.values(fades).map((fade) => (
              <linearGradient key={kind + fade} id={`${kind}-${fade}`} className={kind}>
                {(fade === 'in' || fade === 'both') && <stop className="none" offset="0" />}
                <stop
                  {...(fade === 'faint' && {className: 'faint'})}
                  offset={{in: 1, out: 0, faint: 0, both: 0.5}[fade]}
                />
                {fade !== 'in' && <stop className="none" offset="1" />}
              </linearGradient>
            )),
          )}
        </defs>
        {ticks.map(({year, at}) => (
          <text key={year} x={`${at}%`} y="1.25em" textAnchor={anchorOf(at)}>
            {year}
          </text>
        ))}
      </svg>
    </div>
  )
}

function NetworkPicture({
  network,
  ticks,
  locale,
  edit,
}: {
  network: TimelineNetwork
  ticks: Tick[]
  locale: Locale
  edit: EditAttribute
}) {
  const {timeline} = messagesIn(locale)
  return (
    <li>
      <h2 id={`${network.id}-name`}>
        <a href={network.href} data-sanity={editNetworkName(edit, network, locale)}>
          <LangText {...network.name} />
        </a>
      </h2>
      {/* Screen readers get one image here, and the same data in the table. */}
      <div className="picture" role="img" aria-labelledby={`${network.id}-name ${network.id}-picture`}>
        <span id={`${network.id}-picture`} hidden>
          {timeline.picture}
        </span>
        <YearLines ticks={ticks} />
        {network.facts.map((fact) => (
          <FactRow key={fact.key} fact={fact} edit={edit} />
        ))}
      </div>
    </li>
  )
}

type TimelineProps = {view: TimelineView; locale: Locale; edit: EditAttribute}

/** The networks one below the other, on one time scale. */
export function TimelinePicture({view, locale, edit}: TimelineProps) {
  const {timeline} = messagesIn(locale)
  return (
    <>
      <figure className="timeline">
        <figcaption>{timeline.legend}</figcaption>
        <Axis ticks={view.ticks} />
        <ol>
          {view.networks.map((network) => (
            <NetworkPicture
              key={network.id}
              network={network}
              ticks={view.ticks}
              locale={locale}
              edit={edit}
            />
          ))}
        </ol>
      </figure>
      {view.undated.length > 0 && (
        <section>
          <h2>{timeline.undated}</h2>
          <ul className="link-list">
            {view.undated.map(({id, href, name}) => (
              <li key={id}>
                <a href={href} data-sanity={editNetworkName(edit, {id, name}, locale)}>
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

/** The same data as the picture, plus the sources. */
export function TimelineTable({view, locale, edit}: TimelineProps) {
  const {timeline} = messagesIn(locale)
  return (
    <section>
      <h2 id="table">{timeline.table}</h2>
      <table className="dates" aria-labelledby="table">
        <thead>
          <tr>
            <th scope="col">{timeline.when}</th>
            <th scope="col">{timeline.what}</th>
          </tr>
        </thead>
        {view.networks.map(({id, href, name, facts}) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                <a href={href} data-sanity={editNetworkName(edit, {id, name}, locale)}>
                  <LangText {...name} />
                </a>
              </th>
            </tr>
            {facts.map(({key, when, value}) => (
              <tr key={key} data-sanity={value.edit && edit(value.edit, value.edit.path)}>
                <th scope="row">{typeset(when)}</th>
                <td>
                  <FactText value={value} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
