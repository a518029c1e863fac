'use client' // Next renders error boundaries in the browser.

/**
 * Shown when a page that was never good before fails to render. It can't know the language of the address without
 * shipping both sets of messages to the browser, so it says two sentences in each.
 */
export default function ErrorPage({retry}: {retry: () => void}) {
  return (
    <main>
      <h1>Něco se nepovedlo</h1>
      <p>Stránku teď nelze zobrazit. Zkuste to prosím za chvíli.</p>
      <div lang="en">
        <h2>Something went wrong</h2>
        <p>The page can’t be shown right now. Please try again in a moment.</p>
      </div>
      <button type="button" onClick={retry}>
        Zkusit znovu / <span lang="en">Try again</span>
      </button>
    </main>
  )
}
