import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {pageLinks} from '#lib/routing/page-numbers.ts'

/** Links to the other pages of a list. Renders nothing for a single page. */
export function Pagination({
  page,
  count,
  hrefOf,
  locale,
}: {
  page: number
  count: number
  hrefOf: (page: number) => string
  locale: Locale
}) {
  if (count === 1) return null
  const {paging} = messagesIn(locale)
  return (
    <nav className="paging" aria-label={paging.label}>
      <ul>
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {paging.previous}
            </a>
          </li>
        )}
        {pageLinks(page, count).map((each, index, links) =>
          each === undefined ? (
            <li key={`gap after ${links[index - 1]}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={each}>
              <a href={hrefOf(each)} aria-current={each === page ? 'page' : undefined}>
                <span className="visually-hidden">{paging.page} </span>
                {each}
              </a>
            </li>
          ),
        )}
        {page < count && (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {paging.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
