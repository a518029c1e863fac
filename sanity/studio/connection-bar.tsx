import {useEffect, useSyncExternalStore} from 'react'
import {connection} from '#sanity/connection/connection.ts'
import {t} from '#sanity/i18n/studio-language.ts'

const connected = {lost: false, unsaved: false}

/** Says that the lake is not reachable. Outside the Studio, to be visible before the Studio renders. */
export function ConnectionBar() {
  const {lost, unsaved} = useSyncExternalStore(connection.subscribe, connection.state, () => connected)

  useEffect(() => {
    if (!unsaved) return
    // Makes the browser show its own "Leave site?" dialog.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])

  useEffect(() => {
    if (lost) return reloadFailedPreviews
  }, [lost])

  return (
    // Always rendered: a screen reader announces only changes inside a live region that already exists.
    <div role="status" className="connection-bar" data-testid="connection-bar">
      {lost && (
        <p>
          <strong>
            {t(
              'Spojení s obsahem vypadlo, zkoušíme to znovu.',
              'The connection to the content is down; trying again.',
            )}
          </strong>{' '}
          {unsaved
            ? t(
                'Můžete psát dál: uloží se to samo, až se spojení obnoví. Do té doby toto okno nezavírejte.',
                'You can go on typing: it is saved by itself when the connection is back. Keep this window open until then.',
              )
            : t('Studio se připojí samo.', 'The Studio reconnects by itself.')}
        </p>
      )}
    </div>
  )
}

/** Reloads error pages in the Preview tool, because they do not retry. */
function reloadFailedPreviews() {
  for (const {contentDocument, contentWindow} of document.querySelectorAll('iframe')) {
    if (contentDocument?.querySelector('[data-unavailable]')) contentWindow?.location.reload()
  }
}
