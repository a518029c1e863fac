import {dayOf} from '#lib/dates/day.ts'
import {formatPartialDate} from '#lib/dates/partial-date.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import type {FailingLink, LinkFault} from '#sanity/queries/link-report.ts'
import {addressText} from '#sanity/schemas/preview-text.ts'

const faultTexts: Record<LinkFault, string> = {
  dns: t('takový server není', 'there is no such server'),
  refused: t('server odmítl spojení', 'the server refused the connection'),
  timeout: t('nic do 20 sekund', 'nothing within 20 seconds'),
  certificate: t('neplatný certifikát', 'invalid certificate'),
  redirects: t('přesměrování nikam nevede', 'redirects lead nowhere'),
  private: t('vede do vnitřní sítě', 'leads into a private network'),
  connection: t('spojení se přerušilo', 'the connection broke'),
}

const dayText = (day: string) => formatPartialDate(day, studioLanguage) ?? day

/** "icpraha.com/sitovani neodpovídá (404), zkoušeno jednou, 3. 11. 2026": one failure is not a verdict. */
export function failingLinkText({
  url,
  status,
  fault,
  failures,
  firstFailed,
  lastFailed,
}: FailingLink): string {
  const problem = status ?? (fault && faultTexts[fault]) ?? ''
  const address = `${addressText(url)} ${t('neodpovídá', 'does not answer')} (${problem})`
  const last = dayText(lastFailed)
  return failures < 2
    ? t(`${address}, zkoušeno jednou, ${last}`, `${address}, tried once, ${last}`)
    : t(
        `${address}, zkoušeno ${failures}× od ${dayText(firstFailed)}, naposledy ${last}`,
        `${address}, tried ${failures} times since ${dayText(firstFailed)}, last ${last}`,
      )
}

/** What an empty list of failing links means. */
export const linkReportText = (checkedAt: string | undefined): string =>
  checkedAt
    ? t(
        `Všechny odkazy odpovídají. Zkoušeno ${dayText(dayOf(new Date(checkedAt)))}.`,
        `All links answer. Checked on ${dayText(dayOf(new Date(checkedAt)))}.`,
      )
    : t(
        'Odkazy zatím nikdo nezkoušel. Správce webu k tomu má příkaz „npm run check-links“.',
        'The links were never checked. The site’s operator has the command “npm run check-links” for it.',
      )
