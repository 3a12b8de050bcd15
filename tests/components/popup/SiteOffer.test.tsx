// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import { SiteOfferRow } from '../../../components/popup/SiteOffer';
import { popupActions, popupProps } from './popup-fixtures';

afterEach(cleanup);

const show = (accept: () => Promise<boolean>) => render(<SiteOfferRow site="example.org" accept={accept} />);
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Show' }));

describe('the offer of the popup', () => {
  it('asks the browser while the click is still being handled, and only then', () => {
    const accept = vi.fn(async () => true);
    show(accept);
    expect(accept).not.toHaveBeenCalled();
    press();
    expect(accept).toHaveBeenCalledTimes(1);
  });

  it('says that it holds from now on, and has no button any more', async () => {
    show(async () => true);
    press();
    expect(await screen.findByText('From now on Papergloss shows on example.org.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('stays when the reader says no', async () => {
    show(async () => false);
    press();
    expect(await screen.findByText('Show Papergloss on example.org?')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show' })).toBeTruthy();
  });

  it('says why the browser did not even ask', async () => {
    show(() => Promise.reject(new Error('Invalid host')));
    press();
    expect(
      await screen.findByText(/^Papergloss cannot be shown on example\.org\. .*Invalid host/),
    ).toBeTruthy();
  });

  it('stands at the foot, behind the list, and is not there where there is nothing to offer', () => {
    const props = popupProps(popupActions());
    const offer = { site: 'example.org', accept: async () => true };
    const { container, rerender } = render(<Popup {...props} offer={offer} />);
    expect(container.querySelector('main ~ footer .site-offer')).not.toBeNull();
    rerender(<Popup {...props} />);
    expect(container.querySelector('.site-offer')).toBeNull();
  });
});
