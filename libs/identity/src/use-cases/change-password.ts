import { Injectable } from '@nestjs/common';
import { accountActor } from '@app/audit';
import type { Caller } from '@app/platform';
import { ConfirmHolder } from './confirm-holder';
import { SetPassword } from './set-password';

/**
 * Gives the caller's account another password; the session in use goes on, all others and all API tokens end.
 * @throws PasswordNotConfirmed @throws FieldsRefused @throws TooManyFailures
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly confirmHolder: ConfirmHolder,
    private readonly setPassword: SetPassword,
  ) {}

  async execute(caller: Caller, currentPassword: string, newPassword: string): Promise<void> {
    const { account, sessionId } = await this.confirmHolder.execute(
      caller,
      { password: currentPassword },
      false,
    );
    await this.setPassword.execute({
      accountId: account.id,
      password: newPassword,
      actor: accountActor(account.id),
      keptSession: sessionId,
      field: 'newPassword',
    });
  }
}
