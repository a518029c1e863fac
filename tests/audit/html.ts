import {HtmlValidate} from 'html-validate'
import type {Page} from './pages.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Safari takes the list role from a list without bullets: there `role="list"` says what is no longer heard.
    'no-redundant-role': 'off',
  },
})

/** What breaks the HTML standard, as "rule: message (line:column)". */
export async function htmlProblems({html}: Page): Promise<string[]> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, line, column}) => `${ruleId}: ${message} (${line}:${column})`),
  )
}
