namespace GlobeEcho.Site.Shell;

/// <summary>The one gate of the operator's forms: a form counts only from a page of ours, from somebody who may, and as far as it is no larger than a form is.</summary>
public static class OperatorForms
{
    /// <param name="words">What somebody who may not is told.</param>
    /// <param name="most">Bytes the form of a request may have.</param>
    /// <param name="tooLarge">The answer to a larger one.</param>
    public static RouteGroupBuilder ForOperator(this RouteGroupBuilder forms, string words, Func<HttpRequest, long> most, Func<HttpContext, Task<IResult>> tooLarge)
    {
        forms.AddEndpointFilter(async (call, next) =>
        {
            var request = call.HttpContext.Request;
            if (!SameOrigin.Is(request) || !request.HttpContext.RequestServices.GetRequiredService<OperatorAccess>().Allows(request))
                return new ForbiddenResult(words);
            if (!request.HasFormContentType || request.ContentLength is null)
                return TypedResults.BadRequest();
            if (request.ContentLength > most(request))
                return await tooLarge(request.HttpContext);
            try
            {
                await request.ReadFormAsync(request.HttpContext.RequestAborted);
            }
            catch (Exception torn) when (torn is InvalidDataException or IOException)
            {
                return TypedResults.BadRequest("The form could not be read: " + torn.Message);
            }

            return await next(call);
        });
        return forms;
    }
}
