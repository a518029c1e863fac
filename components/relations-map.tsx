import type {ReactNode} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {certainties} from '#lib/content/qualifications.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {type EdgeLine, type NodeBox, relationsLayout} from '#lib/relations/layout.ts'
import type {Edge, Node, Relations} from '#lib/relations/relations-view.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'

/** Words as HTML, which breaks its lines by itself, in a room of the drawing; `x` and `y` are its middle. */
function Room({
  box: {x, y, width, height},
  children,
}: {
  box: {x: number; y: number; width: number; height: number}
  children: ReactNode
}) {
  return (
    <foreignObject x={x - width / 2} y={y - height / 2} width={width} height={height}>
      {children}
    </foreignObject>
  )
}

function NodeMark({node}: {node: NodeBox}) {
  const {kind, name, kicker, href} = node
  const box = (
    <>
      <title lang={name.lang}>{name.text}</title>
      <Room box={node}>
        <div className="box">
          {kicker && <span className="kicker">{typeset(kicker)}</span>}
          <span>
            <LangText {...name} />
          </span>
        </div>
      </Room>
    </>
  )
  return href ? (
    <a className={kind} href={href}>
      {box}
    </a>
  ) : (
    <g className={kind}>{box}</g>
  )
}

function EdgeMark({edge, edit}: {edge: EdgeLine; edit: EditAttribute}) {
  const {certainty, status, path, label, over, edit: target} = edge
  return (
    <g className={`edge ${certainty}`} data-sanity={target && edit(target, target.path)}>
      {status && <title>{status}</title>}
      <path d={path} markerEnd="url(#arrow)" />
      <Room box={edge}>
        <div className="label">
          <span className="on-line">
            <LangText {...label} />
            {over && typeset(` (${over})`)}
          </span>
        </div>
      </Room>
    </g>
  )
}

/** How sure a relation is, by the stroke of its line: no colour is needed to tell them apart. */
function Legend({locale}: {locale: Locale}) {
  const {lines} = messagesIn(locale).relations
  return (
    <ul className="legend">
      {certainties.map((certainty) => (
        <li key={certainty}>
          <svg width="48" height="10" aria-hidden="true">
            <g className={`edge ${certainty}`}>
              <path d="M0 5H48" />
            </g>
          </svg>
          {lines[certainty]}
        </li>
      ))}
    </ul>
  )
}

/** The map keeps its size, so that it can be read on any screen: a narrow one scrolls it, also by the keyboard. */
export function RelationsMap({
  relations,
  locale,
  edit,
}: {
  relations: Relations
  locale: Locale
  edit: EditAttribute
}) {
  const texts = messagesIn(locale).relations
  const {width, height, nodes, edges} = relationsLayout(relations)
  return (
    <figure className="relations">
      <figcaption>
        {texts.legend}
        <Legend locale={locale} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={texts.picture}>
        {/* biome-ignore lint/a11y/useSemanticElements: an svg is no fieldset */}
        <svg
          className="map"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-labelledby="map-title"
          aria-describedby="map-text"
        >
          <title id="map-title">{texts.picture}</title>
          <desc id="map-text">{texts.list}</desc>
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path className="tip" d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {edges.map((edge) => (
            <EdgeMark key={edge.id} edge={edge} edit={edit} />
          ))}
          {nodes.map((node) => (
            <NodeMark key={node.id} node={node} />
          ))}
        </svg>
      </section>
    </figure>
  )
}

function Name({node: {name, href}}: {node: Node}) {
  return href ? (
    <a href={href}>
      <LangText {...name} />
    </a>
  ) : (
    <LangText {...name} />
  )
}

type Given = {relations: Relations; edit: EditAttribute}

/** "founding member: Consortium …", and what leads on from there; `seen` keeps a ring of parents from going on for ever. */
function Way({edge, relations, edit, seen}: Given & {edge: Edge; seen: string[]}) {
  const node = relations.nodes.find(({id}) => id === edge.to)
  if (!node) return null
  return (
    <li data-sanity={edge.edit && edit(edge.edit, edge.edit.path)}>
      <LangText {...edge.label} />
      {edge.status && typeset(` (${edge.status})`)}: <Name node={node} />
      {!seen.includes(node.id) && (
        <Ways from={node} relations={relations} edit={edit} seen={[...seen, node.id]} />
      )}
    </li>
  )
}

function Ways({from, relations, edit, seen}: Given & {from: Node; seen: string[]}) {
  const edges = relations.edges.filter((edge) => edge.from === from.id)
  if (edges.length === 0) return null
  return (
    <ul>
      {edges.map((edge) => (
        <Way key={edge.id} edge={edge} relations={relations} edit={edit} seen={seen} />
      ))}
    </ul>
  )
}

/** What the map shows, read from left to right as well: SIMI, then what it is in, then what that is part of. */
export function RelationsList({relations, locale, edit}: Given & {locale: Locale}) {
  const reached = new Set(relations.edges.map(({to}) => to))
  const first = relations.nodes.filter(({id, kind}) => kind === 'home' || !reached.has(id))
  return (
    <section>
      <h2>{messagesIn(locale).relations.list}</h2>
      <ul className="relations-list">
        {first.map((node) => (
          <li key={node.id}>
            <Name node={node} />
            <Ways from={node} relations={relations} edit={edit} seen={[node.id]} />
          </li>
        ))}
      </ul>
    </section>
  )
}
