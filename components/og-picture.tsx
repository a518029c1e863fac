import {typeset} from '#lib/typeset.ts'

/**
 * The picture that stands for a page where a link to it is shared. Drawn by Satori, which knows flexbox and inline
 * styles only; the colours are those of components/styles/base.css.
 */
export function OgPicture({site, title, detail}: {site: string; title: string; detail?: string | undefined}) {
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '64px 72px',
        background: '#eef4f1',
        color: '#15201d',
        borderTop: '20px solid #00614f',
      }}
    >
      <div
        style={{
          display: 'flex',
          alignSelf: 'flex-start',
          padding: '8px 24px',
          background: '#00614f',
          color: '#fff',
          fontSize: 44,
          fontWeight: 800,
        }}
      >
        {site}
      </div>
      <div
        style={{
          display: 'flex',
          fontSize: title.length > 60 ? 60 : 80,
          fontWeight: 800,
          letterSpacing: '-0.02em',
          lineHeight: 1.1,
        }}
      >
        {typeset(title.length > 140 ? `${title.slice(0, 139)}…` : title)}
      </div>
      <div style={{display: 'flex', fontSize: 36, color: '#53615c'}}>{detail ?? ''}</div>
    </div>
  )
}
