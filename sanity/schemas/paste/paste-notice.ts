import {t} from '#sanity/i18n/studio-language.ts'
import type {Pasted} from './pasted-blocks.ts'

const longest = 60
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** What the editor should know about a paste: one sentence each. Empty when nothing was left out. */
export function pasteNotice({refusedLinks, hasTable, hasNumbers}: Pasted): string[] {
  const [link, ...others] = refusedLinks
  return [
    link &&
      t(
        `Odkaz „${shortened(link.text)}“ se vložil jen jako text, protože „${shortened(link.href)}“ není celá adresa webu. Otevřete stránku v prohlížeči a zkopírujte její adresu.`,
        `The link “${shortened(link.text)}” was pasted as text only, because “${shortened(link.href)}” is not a complete web address. Open the page in the browser and copy its address.`,
      ),
    others.length > 0 &&
      t(
        `Stejně tak: ${others.map(({text}) => `„${shortened(text)}“`).join(', ')}.`,
        `The same goes for: ${others.map(({text}) => `“${shortened(text)}”`).join(', ')}.`,
      ),
    hasTable &&
      t(
        'Tabulky tu nejsou: každý řádek se vložil jako odrážka.',
        'There are no tables here: each row was pasted as a bullet.',
      ),
    hasNumbers && t('Číslovaný seznam se vložil jako odrážky.', 'The numbered list was pasted as bullets.'),
  ].filter((sentence) => typeof sentence === 'string')
}
