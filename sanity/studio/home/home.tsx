import {Box, Card, Container, Flex, Grid, Heading, Stack, Text} from '@sanity/ui'
import {t} from '#sanity/i18n/studio-language.ts'
import {useLiveQuery} from '#sanity/schemas/use-live-query.ts'
import {GuideLink} from '../guide-link.tsx'
import {CheckCounts} from './check-counts.tsx'
import {DocumentLinks, noDrafts} from './document-links.tsx'
import {HOME_QUERY, type HomeContent} from './home-query.ts'
import {HomeSection} from './home-section.tsx'
import {NameQuestion} from './name-question.tsx'
import {ReviewNotes} from './review-notes.tsx'
import {StartButtons} from './start-buttons.tsx'
import {useAuthors} from './use-authors.ts'

const NO_PARAMS = {}

const begin = t(
  'Zatím tu nic není. Začněte sítí: napište její název v obou jazycích a zveřejněte ji.',
  'There is nothing yet. Begin with a network: write its name in both languages and publish it.',
)

/** The Studio's first screen: what editors come for, what waits for them, and what changed. */
export function Home() {
  const {data, failed} = useLiveQuery<HomeContent>(HOME_QUERY, NO_PARAMS)
  const authors = useAuthors(data?.changed)
  return (
    <Card as="main" height="fill" overflow="auto" data-testid="home">
      <Container width={3} padding={4}>
        <Stack gap={4}>
          <Flex align="center" gap={3} justify="space-between" wrap="wrap">
            <Heading as="h1" size={3}>
              {t('Co chcete udělat?', 'What would you like to do?')}
            </Heading>
            <GuideLink text={t('Jak na to: průvodce pro editory', 'How to: guide for editors')} />
          </Flex>
          {failed && (
            <Text role="alert">
              {t(
                'Přehled se nepodařilo načíst. Obnovte stránku.',
                'The home could not be read. Reload the page.',
              )}
            </Text>
          )}
          {data?.isEmpty && <Text>{begin}</Text>}
          <StartButtons isEmpty={data?.isEmpty ?? false} />
          <NameQuestion />
          {data && !data.isEmpty && (
            <Grid gap={4} gridTemplateColumns={[1, 1, 2]}>
              <Stack gap={4}>
                <ReviewNotes />
                <HomeSection title={t('Koncepty', 'Drafts')}>
                  <DocumentLinks rows={data.drafts} authors={authors} empty={noDrafts} />
                </HomeSection>
                <HomeSection title={t('Ke kontrole', 'Needs a check')}>
                  <CheckCounts />
                </HomeSection>
              </Stack>
              <Box>
                <HomeSection title={t('Naposledy změněno', 'Changed lately')}>
                  <DocumentLinks rows={data.changed} authors={authors} empty="" />
                </HomeSection>
              </Box>
            </Grid>
          )}
        </Stack>
      </Container>
    </Card>
  )
}
