/** 某部今日发布考试录用公告。全文如下： → the line with which news brings the text of a document. */

/** Not 现将《…》发布给你们，全文如下：, which the notice says itself. */
export const leadsIn = (text: string): boolean =>
  /[全原]文如下[:：]$/.test(text) && /发布|印发|公布|下发|出台|转发|刊发/.test(text) && !/现[将予]|你们/.test(text)
