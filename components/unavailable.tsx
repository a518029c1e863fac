import {homePath} from '#lib/routing/paths.ts'

/** An empty `href` is the requested address. */
const SAME_ADDRESS = ''

/**
 * The error page. In both languages, because it does not know the locale of the request. It imports no
 * messages, because a preview loads it into the browser. The Studio recognises it by `data-unavailable`.
 */
export function Unavailable() {
  return (
    <main id="main_content" data-unavailable="">
      <section lang="cs">
        <h1>Stránku teď nelze zobrazit</h1>
        <p className="lead">Chyba je na naší straně a&nbsp;většinou trvá jen chvíli.</p>
        <ul className="link-list">
          <li>
            <a href={SAME_ADDRESS}>Zkusit znovu</a>
          </li>
          <li>
            <a href={homePath('cs')}>Úvod</a>
          </li>
        </ul>
      </section>
      <section lang="en">
        <h2>The page can’t be shown right now</h2>
        <p className="lead">Something went wrong on our side; please try again shortly.</p>
        <ul className="link-list">
          <li>
            <a href={SAME_ADDRESS}>Try again</a>
          </li>
          <li>
            <a href={homePath('en')}>Home</a>
          </li>
        </ul>
      </section>
    </main>
  )
}
