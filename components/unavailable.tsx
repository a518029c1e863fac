import {homePath} from '#lib/routing/paths.ts'

/** Inside `href` nothing stands for the address that was asked for, whatever it was. */
const SAME_ADDRESS = ''

/**
 * What stands where a page can't be made. It doesn't know the language of the address, so it says the same in both; and
 * it asks for no messages, because a preview loads it into the browser. The Studio knows it by `data-unavailable`.
 */
export function Unavailable() {
  return (
    <main id="main_content" data-unavailable="">
      <section lang="cs">
        <h1>Stránku teď nelze zobrazit</h1>
        <p className="lead">Chyba je na naší straně a&nbsp;většinou trvá jen chvíli.</p>
        <ul className="ways">
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
        <p className="lead">The fault is ours, and mostly lasts but a moment.</p>
        <ul className="ways">
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
