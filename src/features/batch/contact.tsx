import Taro from '@tarojs/taro';
import type { BatchCard } from '../../../domain/api';
import { dialled } from '../../../domain/batch/contact';
import { Button } from '../../ui/button';

/** The union's telephone number, if the batch gives one, and who answers it. A tap dials it. */
export const Contact = ({
  of: { contact: number, contactName },
}: {
  of: Pick<BatchCard, 'contact' | 'contactName'>;
}) =>
  number ? (
    <Button
      kind="link"
      size="small"
      className="num stack-3"
      onTap={() => void Taro.makePhoneCall({ phoneNumber: dialled(number) })}
      testId="contact"
    >
      有问题{contactName ? `找${contactName}，` : ''}打 {number}
    </Button>
  ) : null;
