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
        background: '#fffdf8',
        color: '#1d1b16',
        borderLeft: '24px solid #0b5a6f',
      }}
    >
      <div style={{display: 'flex', fontSize: 40, fontWeight: 700, color: '#0b5a6f'}}>{site}</div>
      <div style={{display: 'flex', fontSize: title.length > 60 ? 56 : 72, fontWeight: 700, lineHeight: 1.2}}>
        {title.length > 140 ? `${title.slice(0, 139)}…` : title}
      </div>
      <div style={{display: 'flex', fontSize: 36, color: '#5c574c'}}>{detail ?? ''}</div>
    </div>
  )
}
