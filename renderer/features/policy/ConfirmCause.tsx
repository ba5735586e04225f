// A cause that the words of a claim propose becomes a link once the analyst says which event is meant.
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../bridge/index.ts';
import { useClaimWords } from './DateDialog.tsx';

export interface ConfirmCauseProps {
  /** The claim whose event was brought about. */
  readonly claim: string;
  /** Events that its words may mean. */
  readonly events: readonly string[];
}

export function ConfirmCause({ claim, events }: ConfirmCauseProps) {
  const { t } = useTranslation('policy');
  const describe = useCommand('policy.describe');
  const confirm = (event: string) => void describe.run({ records: [{ record: 'link', kind: 'cause', from: { claim: event }, to: { claim } }] });
  const [only] = events;
  if (events.length === 1 && only !== undefined)
    return (
      <button type="button" className="link-button" onClick={() => confirm(only)}>
        {t('confirmCause')}
      </button>
    );
  return (
    <Menu shadow="md" position="bottom-start">
      <Menu.Target>
        <button type="button" className="link-button">
          {t('confirmCause')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {events.map((event) => (
          <Menu.Item key={event} onClick={() => confirm(event)}>
            <EventWords id={event} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function EventWords({ id }: { id: string }) {
  return useClaimWords(id);
}
