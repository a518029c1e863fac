import type {ReactNode} from 'react'
import type {EditAttribute} from '#lib/content/edit-target.ts'
import {certainties} from '#lib/content/qualifications.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {SiteTexts} from '#lib/i18n/messages/site-texts.ts'
import {type EdgeLine, type NodeBox, relationsLayout} from '#lib/relations/layout.ts'
import {nodeKinds, type RelationsView} from '#lib/relations/relations-view.ts'
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
  const {certainty, status, path, label, when, edit: target} = edge
  return (
    <g className={`edge ${certainty}`} data-sanity={target && edit(target, target.path)}>
      {status && <title>{status}</title>}
      <path d={path} markerEnd="url(#arrow)" />
      <HtmlBox box={edge}>
        <div className="label">
          <span className="on-line">
            <LangText {...label} />
          </span>
          {when && <span className="on-line when">{typeset(when)}</span>}
        </div>
      </HtmlBox>
    </g>
  )
}

/** Samples of the boxes and lines on this map. Lines differ by stroke, not by colour alone. */
function Legend({relations: {nodes, edges}, locale}: {relations: RelationsView; locale: Locale}) {
  const texts = messagesIn(locale).relations
  return (
    <ul className="legend">
      {nodeKinds
        .filter((kind) => nodes.some((node) => node.kind === kind))
        .map((kind) => (
          <li key={kind} className={kind}>
            <span className="box" aria-hidden="true" />
            {texts.nodes[kind]}
          </li>
        ))}
      {certainties
        .filter((certainty) => edges.some((edge) => edge.certainty === certainty))
        .map((certainty) => (
          <li key={certainty}>
            <svg width="48" height="10" aria-hidden="true">
              <g className={`edge ${certainty}`}>
                <path d="M0 5H47" markerEnd="url(#arrow)" />
              </g>
            </svg>
            {texts.lines[certainty]}
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
        <Legend relations={relations} locale={locale} />
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
