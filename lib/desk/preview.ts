import { transaction } from "#lib/db/core/client";
import { reviewedArticle, suggestedStatements } from "#lib/db/reviews/reviewed";
import { readReview } from "#lib/db/reviews/reviews";
import type { ArticlePublication, PublicationContent } from "#lib/domain/publications";
import type { ReviewState } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import { articleContent } from "#lib/publish/article-content";
import { contentOf } from "./review-content";

/** What readers would see of a review, and what it would change. */
export interface ReviewPreview {
  readonly state: ReviewState;
  /** Where the review is worked on. */
  readonly href: string;
  /** Null where it can't be published as it is; `unready` says why then. */
  readonly content: PublicationContent | null;
  readonly unready: string | null;
  /** What readers see now; null where nothing stands. */
  readonly standing: PublicationContent | null;
  /** The page as the machine suggested it; null for a claim. */
  readonly suggested: ArticlePublication | null;
}

/** For whoever is signed in. Null where there is no such review. Nothing is changed, and nothing is kept. */
export function previewReview(reviewId: string): Promise<ReviewPreview | null> {
  return transaction(async (tx) => {
    const review = await readReview(tx, reviewId);
    if (review === null) return null;
    const { state, versionId, claimId } = review;
    const href = versionId === null ? `/desk/claims/${claimId}` : `/desk/articles/${versionId}`;
    try {
      const { content, standing } = await contentOf(tx, review, "");
      const suggested = versionId === null ? null : await suggestedArticle();
      return { state, href, content, unready: null, standing, suggested };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid_input") throw error;
      return { state, href, content: null, unready: error.message, standing: null, suggested: null };
    }

    async function suggestedArticle() {
      const page = await reviewedArticle(tx, { id: reviewId, versionId, claimId });
      const statements = await suggestedStatements(tx, versionId ?? "");
      return articleContent({ ...page, statements, publishedBy: "" });
    }
  });
}
