import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Card, Flex, Text} from '@sanity/ui'
import type {FormNodeValidation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {t} from '#sanity/i18n/studio-language.ts'
import {linkedDocumentOf} from '../validation/linked-message.ts'

function Message({level, message}: FormNodeValidation) {
  const linked = linkedDocumentOf(message)
  const Icon = level === 'error' ? ErrorOutlineIcon : WarningOutlineIcon
  return (
    <Card
      tone={level === 'error' ? 'critical' : 'caution'}
      padding={3}
      radius={2}
      marginTop={2}
      data-testid={`validation-${level}`}
    >
      <Flex gap={2}>
        <Text size={1} aria-hidden>
          <Icon />
        </Text>
        <Box flex={1}>
          <Text size={1}>
            {message}{' '}
            {linked && (
              <IntentLink intent="edit" params={{id: linked.id, type: linked.type}}>
                {t(`Otevřít: ${linked.title}`, `Open: ${linked.title}`)}
              </IntentLink>
            )}
          </Text>
        </Box>
      </Flex>
    </Card>
  )
}

/** What is wrong with a field, below it. Announced when it changes, and read with the field through `id`. */
export const ValidationMessages = ({id, validation}: {id: string; validation: FormNodeValidation[]}) => (
  <div id={id} aria-live="polite">
    {validation
      .filter(({message}, index) => validation.findIndex((other) => other.message === message) === index)
      .map((each) => (
        <Message key={each.message} {...each} />
      ))}
  </div>
)
