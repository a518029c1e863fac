import type {ReactNode} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {certainties} from '#lib/content/qualifications.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {type EdgeLine, type NodeBox, relationsLayout} from '#lib/relations/layout.ts'
import type {Edge, Node, RelationsView} from '#lib/relations/relations-view.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'

/** HTML inside the SVG: the browser breaks its lines. `x` and `y` are the centre of the box. */
function HtmlBox({
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

function NodeMark({node, edit}: {node: NodeBox; edit: EditAttribute}) {
  const {kind, name, kicker, href, edit: target} = node
  const attribute = edit(target, target.path)
  const box = (
    <>
      <title lang={name.lang}>{name.text}</title>
      <HtmlBox box={node}>
        <div className="box">
          {kicker && <span className="kicker">{typeset(kicker)}</span>}
          <span>
            <LangText {...name} />
          </span>
        </div>
      </HtmlBox>
    </>
  )
  return href ? (
    <a className={kind} href={href} data-sanity={attribute}>
      {box}
    </a>
  ) : (
    <g className={kind} data-sanity={attribute}>
      {box}
    </g>
  )
}

function EdgeMark({edge, edit}: {edge: EdgeLine; edit: EditAttribute}) {
  const {certainty, status, path, label, over, edit: target} = edge
  return (
    <g className={`edge ${certainty}`} data-sanity={target && edit(target, target.path)}>
      {status && <title>{status}</title>}
      <path d={path} markerEnd="url(#arrow)" />
      <HtmlBox box={edge}>
        <div className="label">
          <span className="on-line">
            <LangText {...label} />
            {over && typeset(` (${over})`)}
          </span>
        </div>
      </HtmlBox>
    </g>
  )
}

/** The line styles for certainty. They differ by stroke, not by colour alone. */
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

/** The map is never scaled, so that it stays readable. A narrow screen scrolls it, also by keyboard. */
export function RelationsMap({
  relations,
  locale,
  texts: siteTexts,
  edit,
}: {
  relations: RelationsView
  locale: Locale
  texts: SiteTexts
  edit: EditAttribute
}) {
  const texts = messagesIn(locale).relations
  const {width, height, nodes, edges} = relationsLayout(relations, siteTexts)
  return (
    <figure className="relations">
      <figcaption>
        {texts.legend}
        <Legend locale={locale} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={texts.picture}>
        {/* biome-ignore lint/a11y/useSemanticElements: an svg can't be a fieldset */}
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
            <NodeMark key={node.id} node={node} edit={edit} />
          ))}
        </svg>
      </section>
    </figure>
  )
}

function NodeName({node: {name, href, edit: target}, edit}: {node: Node; edit: EditAttribute}) {
  const Tag = href ? 'a' : 'span'
  return (
    <Tag href={href} data-sanity={edit(target, target.path)}>
      <LangText {...name} />
    </Tag>
  )
}

type ListProps = {relations: RelationsView; edit: EditAttribute}

/** "founding member: Consortium …" and the edges from there. `seen` stops at a cycle. */
function EdgeItem({edge, relations, edit, seen}: ListProps & {edge: Edge; seen: string[]}) {
  const node = relations.nodes.find(({id}) => id === edge.to)
  if (!node) return null
  return (
    <li data-sanity={edge.edit && edit(edge.edit, edge.edit.path)}>
      <LangText {...edge.label} />
      {edge.status && typeset(` (${edge.status})`)}: <NodeName node={node} edit={edit} />
      {!seen.includes(node.id) && (
        <EdgeList from={node} relations={relations} edit={edit} seen={[...seen, node.id]} />
      )}
    </li>
  )
}

function EdgeList({from, relations, edit, seen}: ListProps & {from: Node; seen: string[]}) {
  const edges = relations.edges.filter((edge) => edge.from === from.id)
  if (edges.length === 0) return null
  return (
    <ul>
      {edges.map((edge) => (
        <EdgeItem key={edge.id} edge={edge} relations={relations} edit={edit} seen={seen} />
      ))}
    </ul>
  )
}

/** The map as nested lists, in the same order from left to right: SIMI, its networks, their parents. */
export function RelationsList({relations, locale, edit}: ListProps & {locale: Locale}) {
  const targets = new Set(relations.edges.map(({to}) => to))
  const roots = relations.nodes.filter(({id, kind}) => kind === 'home' || !targets.has(id))
  return (
    <section>
      <h2>{messagesIn(locale).relations.list}</h2>
      <ul className="relations-list">
        {roots.map((node) => (
          <li key={node.id}>
            <NodeName node={node} edit={edit} />
            <EdgeList from={node} relations={relations} edit={edit} seen={[node.id]} />
          </li>
        ))}
      </ul>
    </section>
  )
}
