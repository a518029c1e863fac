import {Badge, Flex, Stack, Text} from '@sanity/ui'
import {useWorkspace} from 'sanity'
import {useRouter} from 'sanity/router'
import {t} from '#sanity/i18n/studio-language.ts'
import {checks} from '#sanity/structure/checks.ts'
import {countOf} from '#sanity/structure/needs-check-lists.tsx'
import {useNeedsCheck} from '#sanity/structure/use-needs-check.ts'

/** How many documents need a check, by reason. Each links to its list. */
export function CheckCounts() {
  const {data, failed} = useNeedsCheck()
  const {navigateUrl} = useRouter()
  const {basePath} = useWorkspace()
  if (failed) return <Text size={1}>{t('Nepodařilo se zjistit.', 'Could not be read.')}</Text>
  if (!data) return <Text size={1}>…</Text>
  const found = checks
    .map((check) => ({...check, count: countOf(data, check.id)}))
    .filter(({count}) => count > 0)
  if (found.length === 0)
    return <Text size={1}>{t('Nic, všechno je v pořádku.', 'Nothing, all is well.')}</Text>
  return (
    <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {found.map(({id, title, count}) => {
        const path = `${basePath}/structure/needs-check;${id}`
        return (
          <li key={id}>
            <Flex align="center" gap={2}>
              <Badge tone="caution">{count}</Badge>
              <Text size={1}>
                <a
                  href={path}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return
                    event.preventDefault()
                    navigateUrl({path})
                  }}
                >
                  {title}
                </a>
              </Text>
            </Flex>
          </li>
        )
      })}
    </Stack>
  )
}
