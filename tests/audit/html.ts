import {HtmlValidate} from 'html-validate'
import type {Page} from './pages.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Safari drops the list role of a list without bullets. The pages restore it with `role="list"`.
    'no-redundant-role': 'off',
  },
})

/** Violations of the HTML standard, as "rule: message (line:column)". */
export async function htmlProblems({html}: Page): Promise<string[]> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, line, column}) => `${ruleId}: ${message} (${line}:${column})`),
  )
}
